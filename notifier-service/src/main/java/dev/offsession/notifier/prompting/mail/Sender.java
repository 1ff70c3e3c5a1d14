package dev.offsession.notifier.prompting.mail;

import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.words.SafeText;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/**
 * Who writes to the customers.
 *
 * @param from address of the sender
 */
public record Sender(InternetAddress from, Brand brand) {
  /** Takes the address as it was set. */
  public static Sender of(String from, Brand brand) {
    return new Sender(
        address(from).orElseThrow(() -> new IllegalArgumentException("not an e-mail address")),
        brand);
  }

  /** True for a single plain address. */
  public static boolean isAddress(String text) {
    return address(text).isPresent();
  }

  /** Where answers of customers go, when the support contact is an address. */
  Optional<InternetAddress> replyTo() {
    return address(brand.supportContact());
  }

  /** Right side of our message ids. */
  String domain() {
    return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
  }

  /** A single plain address; empty when the text is anything else, such as two of them. */
  static Optional<InternetAddress> address(String text) {
    if (!text.equals(SafeText.oneLine(text)) || text.indexOf('@') < 0) {
      return Optional.empty();
    }
    try {
      var addresses = InternetAddress.parse(text, true);
      if (addresses.length != 1 || addresses[0].isGroup()) {
        return Optional.empty();
      }
      addresses[0].validate();
      return Optional.of(addresses[0]);
    } catch (AddressException _) {
      return Optional.empty();
    }
  }
}

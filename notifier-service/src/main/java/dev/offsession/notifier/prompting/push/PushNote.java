package dev.offsession.notifier.prompting.push;

import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.RequestId;
import dev.offsession.notifier.prompting.words.Languages;
import dev.offsession.notifier.prompting.words.SafeText;
import dev.offsession.notifier.prompting.words.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a device shows. It may lie on a table, locked, in front of others: so no amount, no name,
 * and nothing of what was bought.
 *
 * @param tag the same for all pushes of one charge, so that a later one replaces an earlier one
 */
record PushNote(String title, String body, String url, String tag, String lang) {
  private static final int TITLE_LENGTH_MAX = 60;

  /** 24 bytes are 32 characters: the most a Topic header takes (RFC 8030, 5.4). */
  private static final int TAG_BYTES = 24;

  static PushNote of(
      Prompt prompt, Contact contact, CustomerLink link, Brand brand, Languages languages) {
    var words = languages.wordsFor(contact.locale());
    var opening = Topic.openingOf(prompt.tone(), Topic.of(prompt));
    return new PushNote(
        SafeText.shortened(brand.shop(), TITLE_LENGTH_MAX),
        words.text("push." + opening),
        link.url().toString(),
        tag(prompt.id().request()),
        words.language());
  }

  /** Says nothing of the charge to the push service, which sees it. */
  private static String tag(RequestId request) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(request.value().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Holds the link. */
  @Override
  public String toString() {
    return "PushNote[" + tag + "]";
  }
}

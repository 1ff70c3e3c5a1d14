package dev.offsession.ingest.guards;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR notation, such as {@code 3.18.12.63/32} or {@code 2001:db8::/32}; a
 * single address without a slash is a range too. No name is ever looked up.
 */
record AddressRange(InetAddress network, int prefixBits) {

  /** Java also takes 1.2.3 for 1.2.0.3, which nobody means in a list of addresses. */
  private static final Pattern LITERAL = Pattern.compile("\\d+(\\.\\d+){3}|.*:.*");

  /** Empty for text that is no range. */
  static Optional<AddressRange> parse(String text) {
    String[] parts = text.strip().split("/", -1);
    if (!LITERAL.matcher(parts[0]).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress network = InetAddress.ofLiteral(parts[0]);
      int width = network.getAddress().length * Byte.SIZE;
      int bits = parts.length == 1 ? width : Integer.parseInt(parts[1]);
      return parts.length > 2 || bits < 0 || bits > width
          ? Optional.empty()
          : Optional.of(new AddressRange(network, bits));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  boolean holds(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    int whole = prefixBits / Byte.SIZE;
    if (!Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
      return false;
    }
    int rest = prefixBits % Byte.SIZE;
    return rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0;
  }
}

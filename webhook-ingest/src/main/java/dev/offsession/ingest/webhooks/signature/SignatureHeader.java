package dev.offsession.ingest.webhooks.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Stripe-Signature} header taken apart: {@code t=<unix seconds>,v1=<hex>[,v1=<hex>…]}.
 * Signatures of other schemes are left out, as Stripe asks for.
 *
 * @param timestamp the digits as they were sent, because they are part of what is signed
 * @param signatures the {@code v1} values as they were sent; not checked to be hex
 */
record SignatureHeader(String timestamp, List<String> signatures) {

  /** Enough digits for any year with four digits, and far from overflow. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  /** Empty for a header that is absent, has no or more than one timestamp, or no signature. */
  static Optional<SignatureHeader> parse(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    List<String> timestamps = new ArrayList<>();
    List<String> signatures = new ArrayList<>();
    for (String item : header.split(",", -1)) {
      if (item.startsWith("t=")) {
        timestamps.add(item.substring("t=".length()));
      } else if (item.startsWith("v1=")) {
        signatures.add(item.substring("v1=".length()));
      }
    }
    boolean valid =
        timestamps.size() == 1
            && SECONDS.matcher(timestamps.getFirst()).matches()
            && !signatures.isEmpty();
    return valid
        ? Optional.of(new SignatureHeader(timestamps.getFirst(), signatures))
        : Optional.empty();
  }

  long seconds() {
    return Long.parseLong(timestamp);
  }
}

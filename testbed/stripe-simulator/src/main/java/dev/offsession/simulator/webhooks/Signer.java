package dev.offsession.simulator.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the {@code Stripe-Signature} header: docs.stripe.com/webhooks/signatures. */
final class Signer {
  private Signer() {}

  /** The header for one attempt, with one signature for each secret. */
  static String header(String body, Instant at, List<String> secrets) {
    long seconds = at.getEpochSecond();
    String signed = seconds + "." + body;
    return "t="
        + seconds
        + secrets.stream()
            .map(secret -> ",v1=" + hmac(secret, signed))
            .collect(Collectors.joining());
  }

  private static String hmac(String secret, String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }
}

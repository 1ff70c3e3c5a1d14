package dev.offsession.ingest.webhooks.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret. Each thread has a {@link Mac} of its own: making one costs more than using it. */
final class SigningSecret {

  private static final String ALGORITHM = "HmacSHA256";

  private final ThreadLocal<Mac> macs;

  /**
   * @param secret all of it, with {@code whsec_}
   */
  SigningSecret(String secret) {
    SecretKeySpec key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    macs = ThreadLocal.withInitial(() -> mac(key));
  }

  /** What Stripe writes behind {@code v1=} for this time and body: lower-case hex. */
  byte[] signatureOf(String timestamp, byte[] body) {
    Mac mac = macs.get();
    mac.reset(); // Should the one before have been cut short.
    mac.update(timestamp.getBytes(US_ASCII));
    mac.update((byte) '.');
    return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(US_ASCII);
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }
}

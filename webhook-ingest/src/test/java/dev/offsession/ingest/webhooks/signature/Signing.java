package dev.offsession.ingest.webhooks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Stripe does. */
public final class Signing {

  private Signing() {}

  /** A header that is right at this moment. */
  public static String header(String secret, byte[] body) {
    long now = Instant.now().getEpochSecond();
    return "t=" + now + ",v1=" + hex(now, secret, body);
  }

  static String hex(long signedAt, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = secret.isEmpty() ? new byte[1] : secret.getBytes(UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var signed = new ByteArrayOutputStream();
      signed.writeBytes((signedAt + ".").getBytes(UTF_8));
      signed.writeBytes(body);
      return HexFormat.of().formatHex(mac.doFinal(signed.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

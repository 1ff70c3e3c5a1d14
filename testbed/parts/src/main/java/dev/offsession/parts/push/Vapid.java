package dev.offsession.parts.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who sends: checks the signed token of an {@code Authorization} header (RFC 8292). */
final class Vapid {
  private static final Pattern HEADER =
      Pattern.compile("vapid t=([\\w-]+)\\.([\\w-]+)\\.([\\w-]+), ?k=([\\w-]+)");
  private static final Pattern EXPIRY = Pattern.compile("\"exp\" ?: ?(\\d+)");
  private static final Duration LASTS_AT_MOST = Duration.ofHours(24);

  private Vapid() {}

  /** What is wrong with it, in one sentence; empty when nothing is. */
  static Optional<String> fault(@Nullable String header, String origin, Instant now) {
    var parts = HEADER.matcher(header == null ? "" : header);
    if (!parts.matches()) {
      return Optional.of("Authorization must be vapid t=..., k=...");
    }
    var claims = new String(bytes(parts.group(2)), UTF_8);
    if (!claims.contains("\"aud\":\"" + origin + "\"")) {
      return Optional.of("aud must be " + origin);
    }
    if (!claims.contains("\"sub\":\"mailto:") && !claims.contains("\"sub\":\"https:")) {
      return Optional.of("sub must be a mailto: or https: address");
    }
    if (!expiresSoon(claims, now)) {
      return Optional.of("exp must lie within 24 hours");
    }
    var signed = parts.group(1) + "." + parts.group(2);
    return isSigned(signed, bytes(parts.group(3)), bytes(parts.group(4)))
        ? Optional.empty()
        : Optional.of("the signature does not fit the key");
  }

  /** The key of a header that has no fault. */
  static String key(String header) {
    return header.substring(header.lastIndexOf('=') + 1);
  }

  private static boolean expiresSoon(String claims, Instant now) {
    var expiry = EXPIRY.matcher(claims);
    if (!expiry.find()) {
      return false;
    }
    var left = Duration.between(now, Instant.ofEpochSecond(Long.parseLong(expiry.group(1))));
    return left.isPositive() && left.compareTo(LASTS_AT_MOST) <= 0;
  }

  private static boolean isSigned(String text, byte[] signature, byte[] key) {
    try {
      var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
      verifier.initVerify(P256.key(key));
      verifier.update(text.getBytes(US_ASCII));
      return verifier.verify(signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}

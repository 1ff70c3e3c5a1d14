package dev.offsession.charging.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Hash of everything in a request that decides what is charged, to whom and how. Two requests with
 * one id and one fingerprint are the same request; the time of asking is not part of it.
 */
public record Fingerprint(String hex) {

  /** The fingerprint of a request. */
  public static Fingerprint of(ChargeRequest request) {
    StringBuilder text = new StringBuilder();
    add(text, request.customer().value());
    add(text, Long.toString(request.amountMinor()));
    add(text, request.currencyCode());
    add(text, request.paymentMethodId());
    add(text, request.description());
    add(text, request.statementDescriptorSuffix());
    add(text, request.expiresAt().map(Instant::toEpochMilli).map(String::valueOf));
    request.metadata().forEach((key, value) -> add(add(text, key), value));
    return new Fingerprint(sha256(text.toString()));
  }

  /** SHA-256 in lower-case hex. */
  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void add(StringBuilder text, Optional<String> part) {
    part.ifPresentOrElse(value -> add(text, value), () -> text.append("-;"));
  }

  /** Length first, so that no two different lists of parts give the same text. */
  private static StringBuilder add(StringBuilder text, String part) {
    return text.append(part.length()).append(':').append(part).append(';');
  }
}

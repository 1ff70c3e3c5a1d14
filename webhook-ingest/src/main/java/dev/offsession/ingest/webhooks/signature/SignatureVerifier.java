package dev.offsession.ingest.webhooks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells Stripe's webhooks from forged ones: HMAC-SHA-256 with the endpoint's secret over the
 * timestamp, a dot, and the body's bytes exactly as they came (docs.stripe.com/webhooks/signature).
 *
 * <p>Pure and total: any header and any body give an answer, never an exception. Every secret is
 * tried against every signature in constant time, so the answer's timing tells nothing.
 */
public final class SignatureVerifier {

  /** How old a signed timestamp may be: longer, and a recorded request could be played back. */
  static final Duration PAST = Duration.ofMinutes(5);

  /** How far ahead Stripe's clock may be of ours. */
  static final Duration FUTURE = Duration.ofMinutes(1);

  private final List<SigningSecret> secrets;

  /**
   * @param secrets the endpoint's signing secrets ({@code whsec_…}); more than one while a secret
   *     is being replaced
   */
  public SignatureVerifier(List<String> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("At least one secret is needed");
    }
    this.secrets = secrets.stream().map(SigningSecret::new).toList();
  }

  /** Whether Stripe signed these bytes with one of the secrets, around now. */
  public boolean accepts(@Nullable String header, byte[] body, Instant now) {
    return verdict(header, body, now) == Verdict.SIGNED;
  }

  /** The same, with the reason of a refusal: for our own meters, not for the sender. */
  public Verdict verdict(@Nullable String header, byte[] body, Instant now) {
    if (header == null) {
      return Verdict.ABSENT;
    }
    Optional<SignatureHeader> parsed = SignatureHeader.parse(header);
    return parsed.isEmpty() ? Verdict.MALFORMED : verdict(parsed.get(), body, now);
  }

  private Verdict verdict(SignatureHeader header, byte[] body, Instant now) {
    long age = now.getEpochSecond() - header.seconds();
    if (age > PAST.toSeconds()) {
      return Verdict.TOO_OLD;
    }
    if (age < -FUTURE.toSeconds()) {
      return Verdict.AHEAD;
    }
    return isSigned(header, body) ? Verdict.SIGNED : Verdict.WRONG_SIGNATURE;
  }

  private boolean isSigned(SignatureHeader header, byte[] body) {
    boolean found = false;
    for (SigningSecret secret : secrets) {
      byte[] expected = secret.signatureOf(header.timestamp(), body);
      for (String candidate : header.signatures()) {
        found |= MessageDigest.isEqual(expected, candidate.getBytes(UTF_8));
      }
    }
    return found;
  }
}

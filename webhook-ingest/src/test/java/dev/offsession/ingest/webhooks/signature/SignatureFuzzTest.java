package dev.offsession.ingest.webhooks.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/**
 * Headers and bodies nobody would send. Each try makes many headers from one seed, half of them by
 * damaging a right one, so that the search stays near what could be mistaken for right.
 */
class SignatureFuzzTest {

  private static final int HEADERS_PER_TRY = Integer.getInteger("fuzz.headersPerTry", 250);
  private static final String SECRET = "whsec_fuzz";
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000L);
  private static final String PIECES = "tv01=,,,..-+ \t\r\n\0abcdefABCDEF0123456789é日\ud800";

  private final SignatureVerifier verifier =
      new SignatureVerifier(List.of(SECRET, "whsec_fuzz_two"));

  /** 4,000 tries of 250 headers are a million executions; the night run makes ten million. */
  @Property(tries = 4_000)
  void noHeaderBreaksItAndNoneIsAcceptedByChance(
      @ForAll long seed, @ForAll @Size(max = 200) byte[] body) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String right = "t=" + NOW.getEpochSecond() + ",v1=" + hex(body);
    for (int i = 0; i < HEADERS_PER_TRY; i++) {
      String header = random.nextBoolean() ? damaged(right, random) : noise(random);
      Verdict verdict = verifier.verdict(header, body, NOW);
      if (verdict == Verdict.SIGNED && !holdsTheSignature(header, body)) {
        throw new AssertionError("accepted: " + header);
      }
    }
  }

  @Property(tries = 1_000)
  void noChangedByteOfTheBodyIsAccepted(@ForAll @Size(min = 1, max = 200) byte[] body) {
    String right = "t=" + NOW.getEpochSecond() + ",v1=" + hex(body);
    for (int i = 0; i < body.length; i++) {
      byte[] changed = body.clone();
      changed[i] ^= 1;
      assertThat(verifier.verdict(right, changed, NOW)).isEqualTo(Verdict.WRONG_SIGNATURE);
    }
  }

  @Example
  void theRightOneIsAccepted() {
    byte[] body = "{}".getBytes(UTF_8);
    String right = "t=" + NOW.getEpochSecond() + ",v1=" + hex(body);

    assertThat(verifier.verdict(right, body, NOW)).isEqualTo(Verdict.SIGNED);
  }

  /** A header damaged only around them still holds the true time and the true signature. */
  private static boolean holdsTheSignature(String header, byte[] body) {
    return List.of(header.split(",", -1)).contains("v1=" + hex(body));
  }

  private static String hex(byte[] body) {
    return Signing.hex(NOW.getEpochSecond(), SECRET, body);
  }

  private static String noise(RandomGenerator random) {
    var header = new StringBuilder(random.nextBoolean() ? "t=1795000000,v1=" : "");
    for (int i = random.nextInt(40); i > 0; i--) {
      header.append(piece(random));
    }
    return header.toString();
  }

  private static String damaged(String right, RandomGenerator random) {
    var header = new StringBuilder(right);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(header.length());
      switch (random.nextInt(3)) {
        case 0 -> header.setCharAt(at, piece(random));
        case 1 -> header.insert(at, piece(random));
        default -> header.deleteCharAt(at);
      }
    }
    return header.toString();
  }

  private static char piece(RandomGenerator random) {
    return PIECES.charAt(random.nextInt(PIECES.length()));
  }
}

package dev.offsession.ingest.webhooks.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {

  private static final String SECRET = "whsec_test_secret";
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000L);
  private static final byte[] BODY = "{\"id\":\"evt_1\",\"é\":\"日本\"}".getBytes(UTF_8);

  private final SignatureVerifier verifier = new SignatureVerifier(List.of(SECRET));

  @Test
  void acceptsWhatStripesOwnLibrarySigns() throws Exception {
    String payload = new String(BODY, UTF_8);
    String header =
        Webhook.Signature.generateSignatureHeader(payload, SECRET, NOW.getEpochSecond());

    assertThat(verifier.accepts(header, BODY, NOW)).isTrue();
  }

  @ParameterizedTest(name = "signed {0} s from now: {1}")
  @CsvSource({
    "0, true",
    "-299, true",
    "-300, true",
    "-301, false",
    "-86400, false",
    "59, true",
    "60, true",
    "61, false",
    "86400, false"
  })
  void holdsTheWindowOnBothSides(long seconds, boolean accepted) {
    long signedAt = NOW.getEpochSecond() + seconds;

    assertThat(verifier.accepts(header(signedAt, SECRET, BODY), BODY, NOW)).isEqualTo(accepted);
  }

  @Nested
  class WhileASecretIsReplaced {
    private final SignatureVerifier both = new SignatureVerifier(List.of("whsec_old", "whsec_new"));

    @ParameterizedTest
    @ValueSource(strings = {"whsec_old", "whsec_new"})
    void acceptsEither(String secret) {
      assertThat(both.accepts(header(secret), BODY, NOW)).isTrue();
    }

    @Test
    void acceptsARightSignatureAmongWrongOnes() {
      String right = hex(NOW.getEpochSecond(), "whsec_new", BODY);
      String header =
          "t=" + NOW.getEpochSecond() + ",v1=" + "0".repeat(64) + ",v1=" + right + ",v1=";

      assertThat(both.accepts(header, BODY, NOW)).isTrue();
    }

    @Test
    void refusesAThird() {
      assertThat(both.accepts(header("whsec_other"), BODY, NOW)).isFalse();
    }
  }

  @Nested
  class WhenTheBodyIsNotWhatWasSigned {

    static Stream<byte[]> bodies() {
      byte[] flipped = BODY.clone();
      flipped[3] ^= 1;
      return Stream.of(
          new byte[0],
          Arrays.copyOf(BODY, BODY.length - 1),
          Arrays.copyOf(BODY, BODY.length + 1),
          flipped,
          (new String(BODY, UTF_8) + "\n").getBytes(UTF_8),
          ("\uFEFF" + new String(BODY, UTF_8)).getBytes(UTF_8),
          new String(BODY, UTF_8).getBytes(ISO_8859_1),
          new String(BODY, UTF_8).toUpperCase(Locale.ROOT).getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void refuses(byte[] body) {
      assertThat(verifier.accepts(header(SECRET), body, NOW)).isFalse();
    }

    @Test
    void acceptsBytesThatAreNoTextIfTheyWereSigned() {
      byte[] noText = {(byte) 0xff, 0, (byte) 0xc3, 0x28};

      assertThat(verifier.accepts(header(NOW.getEpochSecond(), SECRET, noText), noText, NOW))
          .isTrue();
    }
  }

  @Nested
  class WhenTheHeaderIsMalformed {

    static Stream<String> headers() {
      long now = NOW.getEpochSecond();
      String right = hex(now, SECRET, BODY);
      return Stream.of(
          "",
          " ",
          ",",
          ",,,,",
          "=",
          "t",
          "t=",
          "v1",
          "v1=",
          "t=abc",
          "t=abc,v1=" + right,
          "t,v1=" + right,
          "t=,v1=" + right,
          "t=" + now,
          "t=" + now + ",v1",
          "t=" + now + ",v1=",
          "t=" + now + ",v0=" + right,
          "t=" + now + ",v2=" + right,
          "t=" + now + ",V1=" + right,
          "t=" + now + ";v1=" + right,
          "t=" + now + " v1=" + right,
          "t =" + now + ",v1=" + right,
          " t=" + now + ",v1=" + right,
          "t= " + now + ",v1=" + right,
          "t=" + now + " ,v1=" + right,
          "t=" + now + ",v1= " + right,
          "t=" + now + ",v1=" + right + " ",
          "t=" + now + ", v1=" + right,
          "t=" + now + ",v1=" + right.toUpperCase(Locale.ROOT),
          "t=" + now + ",v1=" + right.substring(1),
          "t=" + now + ",v1=" + right.substring(0, 63),
          "t=" + now + ",v1=" + right + "0",
          "t=" + now + ",v1=" + right + right,
          "t=" + now + ",v1=0x" + right,
          "t=" + now + ",v1=\"" + right + "\"",
          "t=" + now + ",v1=" + "z".repeat(64),
          "t=" + now + ",v1=" + "0".repeat(64),
          "t=" + now + ",v1=" + "\u0660".repeat(64),
          "t=" + now + ",t=" + now + ",v1=" + right,
          "t=" + now + ",t=1,v1=" + right,
          "t=1,t=" + now + ",v1=" + right,
          "t=-" + now + ",v1=" + right,
          "t=+" + now + ",v1=" + right,
          "t=" + now + ".0,v1=" + right,
          "t=" + now + "e0,v1=" + right,
          "t=0x6b00,v1=" + right,
          "t=0" + now + ",v1=" + right,
          "t=0,v1=" + right,
          "t=-1,v1=" + right,
          "t=9223372036854775807,v1=" + right,
          "t=9223372036854775808,v1=" + right,
          "t=-9223372036854775809,v1=" + right,
          "t=" + "9".repeat(5_000) + ",v1=" + right,
          "t=\u0661\u0662,v1=" + right,
          "t=" + now + ",v1=" + hex(now, "", BODY),
          "t=" + now + ",v1=" + hex(now, SECRET.substring("whsec_".length()), BODY),
          "t=" + now + ",v1=" + hex(now, SECRET + " ", BODY),
          "t=" + now + ",v1=" + hex(now, " " + SECRET, BODY),
          "t=" + now + ",v1=" + hex(now, SECRET.toUpperCase(Locale.ROOT), BODY),
          "t=" + now + ",v1=" + hex(now + 1, SECRET, BODY),
          "t=" + now + ",v1=" + "0".repeat(64) + ",v1=",
          "t=" + now + ",v1=" + "v1=".repeat(10_000),
          "t=" + now + (",v1=" + "f".repeat(64)).repeat(10_000),
          "t=" + now + ",v1=" + right + "\u0000",
          "t=" + now + "\r\n,v1=" + right,
          "\u0000",
          "t=" + now + ",v1\u200b=" + right,
          "\"t=" + now + ",v1=" + right + "\"",
          "[t=" + now + ",v1=" + right + "]",
          "t=" + now + "&v1=" + right,
          "v1=" + right,
          right,
          "null",
          "undefined",
          "Bearer " + right);
    }

    @ParameterizedTest
    @MethodSource("headers")
    @NullSource
    void refusesWithoutAnException(@Nullable String header) {
      assertThat(verifier.accepts(header, BODY, NOW)).isFalse();
    }
  }

  @Test
  void refusesTwoHundredThousandRandomHeadersWithoutAnException() {
    Random random = new Random(42);
    String right = header(SECRET);
    for (int i = 0; i < 200_000; i++) {
      String header = mutated(right, random);
      if (!header.equals(right)) {
        assertThat(verifier.accepts(header, BODY, NOW)).as(header).isFalse();
      }
    }
  }

  /** One to three characters of a right header changed, dropped or inserted. */
  private static String mutated(String header, Random random) {
    StringBuilder text = new StringBuilder(header);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length());
      char c = "tv01=,;abcdef 9-\u0000".charAt(random.nextInt(17));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, c);
        case 1 -> text.deleteCharAt(at);
        default -> text.insert(at, c);
      }
    }
    // A harmless change may leave the signature whole: an added item of another scheme, say.
    return SignatureHeader.parse(text.toString())
            .filter(p -> p.signatures().contains(hex(p.seconds(), SECRET, BODY)))
            .isPresent()
        ? header
        : text.toString();
  }

  private static String header(String secret) {
    return header(NOW.getEpochSecond(), secret, BODY);
  }

  private static String header(long signedAt, String secret, byte[] body) {
    return "t=" + signedAt + ",v1=" + hex(signedAt, secret, body);
  }

  private static String hex(long signedAt, String secret, byte[] body) {
    return Signing.hex(signedAt, secret, body);
  }
}

package dev.offsession.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed webhooks as Stripe sends them, each with an event id of its own: an event of the shape
 * that Stripe documents for {@code payment_intent.succeeded}, with as much metadata as makes its
 * size. Sizes run from 1.5 to 12 kB with a median of 4 kB.
 */
public final class Webhooks {
  private static final int[] SIZES = {
    1_500, 2_000, 2_500, 3_200, 3_800, 4_000, 4_200, 4_600, 5_500, 8_000, 12_000
  };
  private static final String EVENT_SLOT = "evt_000000000000000000000000";
  private static final String INTENT_SLOT = "pi_000000000000000000000000";
  private static final int PAIR_VALUE = 120;
  private static final int DIGITS = 24;
  private static final HexFormat HEX = HexFormat.of();

  private final String path;
  private final byte[] secret;
  private final List<byte[]> bodies = new ArrayList<>();
  private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);
  private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() << 20);

  /**
   * @param path of the endpoint
   * @param secret that the endpoint knows, {@code whsec_…}
   */
  public Webhooks(String path, String secret) {
    this.path = path;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    String template = template();
    for (int size : SIZES) {
      bodies.add(
          template
              .replace("\"@metadata\"", metadata(size - template.length()))
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A webhook that nobody has sent before. */
  public Shot next() {
    return numbered("valid", numbers.getAndIncrement());
  }

  /** The webhook with this number: the same number is the same event. */
  public Shot numbered(String kind, long number) {
    byte[] body = body(number);
    long second = now();
    return new Shot(kind, request(body, second, signature(body, second)));
  }

  /** A webhook with a signature that somebody made up. */
  public Shot forged() {
    byte[] body = body(numbers.getAndIncrement());
    byte[] made = new byte[32];
    java.util.concurrent.ThreadLocalRandom.current().nextBytes(made);
    return new Shot("forged", request(body, now(), HEX.formatHex(made)));
  }

  /** Middle size of the bodies in bytes. */
  public static int medianBytes() {
    return SIZES[SIZES.length / 2];
  }

  /** Mean size of the bodies in bytes. */
  public double meanBytes() {
    return bodies.stream().mapToInt(body -> body.length).average().orElseThrow();
  }

  /** The id of the event with this number. */
  public static String eventId(long number) {
    return "evt_" + digits(number);
  }

  private byte[] body(long number) {
    byte[] body = bodies.get((int) Long.remainderUnsigned(number, bodies.size())).clone();
    byte[] digits = digits(number).getBytes(StandardCharsets.ISO_8859_1);
    overwrite(body, EVENT_SLOT, "evt_".length(), digits);
    overwrite(body, INTENT_SLOT, "pi_".length(), digits);
    return body;
  }

  private static String digits(long number) {
    return "%024d".formatted(number);
  }

  /** The slots are near the beginning of every body. */
  private static void overwrite(byte[] body, String slot, int prefix, byte[] digits) {
    byte[] wanted = slot.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at < body.length - wanted.length; at++) {
      if (java.util.Arrays.equals(body, at, at + prefix + 1, wanted, 0, prefix + 1)) {
        System.arraycopy(digits, 0, body, at + prefix, DIGITS);
        return;
      }
    }
    throw new IllegalStateException("The template has no slot " + slot);
  }

  private String signature(byte[] body, long second) {
    Mac mac = Objects.requireNonNull(macs.get());
    mac.update((second + ".").getBytes(StandardCharsets.ISO_8859_1));
    return HEX.formatHex(mac.doFinal(body));
  }

  private static long now() {
    return System.currentTimeMillis() / 1_000;
  }

  private byte[] request(byte[] body, long second, String signature) {
    byte[] head =
        """
        POST %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Content-Type: application/json; charset=utf-8\r
        User-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)\r
        Stripe-Signature: t=%d,v1=%s\r
        Content-Length: %d\r
        \r
        """
            .formatted(path, second, signature, body.length)
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] request = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  private static String metadata(int bytes) {
    StringBuilder pairs = new StringBuilder("\"order_id\": \"6735\"");
    for (int i = 0; pairs.length() < bytes; i++) {
      int length = Math.clamp(bytes - pairs.length() - 24L, 1, PAIR_VALUE);
      pairs.append(",\n        \"note_%02d\": \"%s\"".formatted(i, "x".repeat(length)));
    }
    return pairs.toString();
  }

  private static String template() {
    try (InputStream in = Webhooks.class.getResourceAsStream("payment_intent.succeeded.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

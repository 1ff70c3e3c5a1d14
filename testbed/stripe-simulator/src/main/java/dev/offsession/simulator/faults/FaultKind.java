package dev.offsession.simulator.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ways in which a call can go wrong. */
public enum FaultKind {
  /** Slow, then right. */
  LATENCY("latency"),
  /** No effect and no answer until the client gives up. */
  HANG("hang"),
  /** The effect happens, then no answer. */
  HANG_AFTER_EFFECT("hang_after_effect"),
  RATE_LIMIT("rate_limit"),
  LOCK_TIMEOUT("lock_timeout"),
  /** Another call with the same idempotency key seems to be at work. */
  CONFLICT("409"),
  /** Fails before any effect; Stripe saves this answer under the key. */
  SERVER_ERROR("500"),
  /** The effect happens, the answer is a 500, and Stripe saves that answer. */
  SERVER_ERROR_AFTER_EFFECT("500_after_effect"),
  /** A proxy's HTML page; the call never reached the API. */
  BAD_GATEWAY("502"),
  UNAVAILABLE("503"),
  GATEWAY_TIMEOUT("504"),
  /** A proxy's HTML page although the call was done. */
  GATEWAY_TIMEOUT_AFTER_EFFECT("504_after_effect"),
  /** The connection ends before any effect, without a byte. */
  DROP_BEFORE("drop_before"),
  /** The effect happens, then the connection ends without a byte. */
  DROP_AFTER_EFFECT("drop_after_effect"),
  /** The effect happens, then the connection ends in the middle of the answer. */
  TRUNCATE_BODY("truncate_body");

  private final String wireName;

  FaultKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the control API. */
  public String wireName() {
    return wireName;
  }

  /** The kind with this name; {@code "429 rate_limit"} and {@code "503 html"} work too. */
  public static FaultKind named(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .strip()
            .replaceFirst("^429[ _]", "")
            .replaceFirst(" html$", "");
    return Arrays.stream(values())
        .filter(kind -> kind.wireName.equals(plain))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Unknown fault '%s'; known: %s"
                    .formatted(
                        name,
                        Arrays.stream(values())
                            .map(FaultKind::wireName)
                            .collect(Collectors.joining(", ")))));
  }
}

package dev.offsession.simulator.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A card as somebody has just typed it. Lives only as long as the call.
 *
 * @param cvc null when none was sent
 */
public record CardEntry(
    String number,
    int expMonth,
    int expYear,
    @Nullable String cvc,
    Map<String, String> billingDetails,
    String allowRedisplay,
    Map<String, String> metadata) {

  @Override
  public String toString() {
    return "CardEntry[number and cvc hidden]";
  }
}

package dev.offsession.notifier.prompting.domain;

import java.util.Optional;
import java.util.Set;

/** Whether what a prompt says is still true. Pure. */
public final class Relevance {
  private static final String SUCCEEDED = "SUCCEEDED";
  private static final Set<String> GIVEN_UP = Set.of("FAILED", "EXPIRED");

  private Relevance() {}

  /** Why the prompt must not go out now, given how its charge stands; empty when it may. */
  public static Optional<DeliveryResult> objection(PromptKind kind, ChargeLookup.Answer charge) {
    return switch (charge) {
      case ChargeLookup.Answer.Needs(var need) -> {
        var asked = kind == need || kind == PromptKind.FRESH_LINK;
        yield asked ? Optional.empty() : Optional.of(new DeliveryResult.NotNeeded("superseded"));
      }
      case ChargeLookup.Answer.NeedsNobody nobody ->
          ends(kind, nobody.state())
              ? Optional.empty()
              : Optional.of(new DeliveryResult.NotNeeded(nobody.reason()));
      case ChargeLookup.Answer.Unknown _ ->
          Optional.of(new DeliveryResult.Refused(PromptStatus.Outcome.Failed.CHARGE_UNKNOWN));
      case ChargeLookup.Answer.Unavailable(var reason) ->
          Optional.of(new DeliveryResult.NotReady(reason));
    };
  }

  private static boolean ends(PromptKind kind, String state) {
    return switch (kind) {
      case RECEIPT -> state.equals(SUCCEEDED);
      case PAYMENT_FAILED -> GIVEN_UP.contains(state);
      case AUTHENTICATE, NEW_PAYMENT_METHOD, FRESH_LINK -> false;
    };
  }
}

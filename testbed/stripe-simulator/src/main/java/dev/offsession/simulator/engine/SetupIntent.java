package dev.offsession.simulator.engine;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The act of saving one card. */
public record SetupIntent(
    String id,
    String clientSecret,
    Instant created,
    SetupTerms terms,
    IntentState state,
    @Nullable String latestAttempt,
    @Nullable String mandate,
    int confirmations)
    implements Intent {

  @Override
  public String kind() {
    return "setup_intent";
  }

  @Override
  public @Nullable String customer() {
    return terms.customer();
  }

  @Override
  public Map<String, String> metadata() {
    return terms.metadata();
  }

  SetupIntent with(SetupTerms newTerms) {
    return new SetupIntent(
        id, clientSecret, created, newTerms, state, latestAttempt, mandate, confirmations);
  }

  SetupIntent with(IntentState newState) {
    return new SetupIntent(
        id, clientSecret, created, terms, newState, latestAttempt, mandate, confirmations);
  }

  SetupIntent after(SetupAttempt attempt) {
    return new SetupIntent(
        id, clientSecret, created, terms, state, attempt.id(), mandate, confirmations);
  }

  SetupIntent with(Mandate newMandate) {
    return new SetupIntent(
        id, clientSecret, created, terms, state, latestAttempt, newMandate.id(), confirmations);
  }

  SetupIntent confirmedOnceMore() {
    return new SetupIntent(
        id, clientSecret, created, terms, state, latestAttempt, mandate, confirmations + 1);
  }
}

package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeInput;
import dev.offsession.charging.domain.CustomerDirectory;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.Evidence;
import dev.offsession.charging.domain.EvidenceClassifier;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Trouble;

/** Asks the questions of a decision, and turns every answer into what happened to the charge. */
final class Questions {
  private static final String UNEXPECTED_STATE = "payment_intent_unexpected_state";

  private final PaymentGateway gateway;
  private final CustomerDirectory customers;

  Questions(PaymentGateway gateway, CustomerDirectory customers) {
    this.gateway = gateway;
    this.customers = customers;
  }

  ChargeInput ask(Charge charge, Effect.Question question) {
    int attempt = charge.attempts().number();
    return switch (question) {
      case Effect.AskCustomer(var reference) ->
          customers
              .find(reference)
              .<ChargeInput>map(ChargeInput.CustomerKnown::new)
              .orElseGet(ChargeInput.CustomerUnknown::new);
      case Effect.CreateIntent create ->
          heard(charge, gateway.create(create), Evidence.Source.ANSWER, attempt);
      case Effect.ConfirmIntent confirm ->
          heard(charge, gateway.confirm(confirm), Evidence.Source.ANSWER, confirm.attempt());
      case Effect.FetchIntent fetch ->
          heard(charge, gateway.fetch(fetch), Evidence.Source.LOOK, fetch.attempt());
      case Effect.FindIntents find ->
          heard(charge, gateway.find(find), Evidence.Source.LOOK, attempt);
      case Effect.CancelIntent(PaymentIntentId intent) ->
          heard(charge, gateway.cancel(intent), Evidence.Source.LOOK, attempt);
    };
  }

  void noteRefusal(Effect.NoteRefusal note) {
    customers.noteRefusal(note.customer(), note.refusal());
  }

  void discard(PaymentIntentId intent) {
    gateway.cancel(intent);
  }

  private static ChargeInput heard(
      Charge charge, GatewayReply reply, Evidence.Source source, int attempt) {
    return switch (reply) {
      case GatewayReply.Sighted(var intent) -> seen(charge, intent, source, attempt);
      case GatewayReply.Listed(var intents) ->
          new ChargeInput.Found(
              intents.stream().map(one -> evidence(charge, one, source, attempt)).toList());
      case GatewayReply.Refused(var code, _, var intent)
          when intent.isPresent() && code.equals(UNEXPECTED_STATE) ->
          seen(charge, intent.get(), Evidence.Source.LOOK, attempt);
      case GatewayReply.Refused(var code, _, _) when code.equals(UNEXPECTED_STATE) ->
          new ChargeInput.NoAnswer(Trouble.BUSY);
      case GatewayReply.Refused(var code, var param, _) -> new ChargeInput.Refused(code, param);
      case GatewayReply.NoAnswer(var trouble) -> new ChargeInput.NoAnswer(trouble);
    };
  }

  private static ChargeInput seen(
      Charge charge, IntentSnapshot intent, Evidence.Source source, int attempt) {
    return new ChargeInput.Seen(evidence(charge, intent, source, attempt));
  }

  private static Evidence evidence(
      Charge charge, IntentSnapshot intent, Evidence.Source source, int attempt) {
    return EvidenceClassifier.classify(intent, charge.request(), source, attempt);
  }
}

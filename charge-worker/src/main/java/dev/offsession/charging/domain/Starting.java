package dev.offsession.charging.domain;

import java.util.Optional;

/**
 * {@link ChargeState.Received}: find out whom and what to charge, then ask Stripe for an intent.
 */
final class Starting {
  private Starting() {}

  static Decision on(Turn turn, ChargeInput input) {
    return switch (input) {
      case ChargeInput.Due _ when turn.isPastDeadline() -> Closings.expire(turn);
      case ChargeInput.Due _ ->
          turn.ask(new Effect.AskCustomer(turn.charge().request().customer()), "start");
      case ChargeInput.CustomerKnown(Customer customer) -> chargeOrAsk(turn, customer);
      case ChargeInput.CustomerUnknown _ ->
          waitFor(
              turn,
              new Rejection(
                  RejectionReason.CUSTOMER_UNKNOWN,
                  "customer_reference is not known to payment-collector."));
      case ChargeInput.Seen _,
          ChargeInput.Found _,
          ChargeInput.NoAnswer _,
          ChargeInput.Refused _,
          ChargeInput.CancelAsked _ ->
          turn.stay("not asked yet");
    };
  }

  static Decision reject(Turn turn, Rejection rejection) {
    return turn.finish(
        new ChargeState.Rejected(rejection),
        new ChargeEvent.What.Rejected(rejection),
        "rejected: " + rejection.reason().code());
  }

  /** Which saved method this request is to be charged with; empty when it cannot be told. */
  static Optional<Card> cardFor(ChargeRequest request, Customer customer) {
    return request
        .namedMethod()
        .map(id -> Customer.isLegacy(id) ? Optional.of(Card.of(id)) : customer.method(id))
        .orElseGet(customer::defaultCard);
  }

  /** Asks Stripe for the intent: the state that says so is stored first. */
  static Decision create(Turn turn, Customer customer, Card card) {
    ChargeState.Creating creating =
        new ChargeState.Creating(customer.stripeId(), card, 1, Asked.at(turn.now()));
    return turn.silently(
        turn.charge().in(creating).knowing(customer).waking(turn.now()),
        Creation.question(turn, creating),
        "create intent");
  }

  private static Decision chargeOrAsk(Turn turn, Customer customer) {
    ChargeRequest request = turn.charge().request();
    Optional<Card> card = cardFor(request, customer);
    if (card.filter(chosen -> Retries.isSpent(turn, customer, chosen)).isPresent()) {
      return ask(turn, Decline.BUDGET_SPENT, CustomerMessage.GENERIC_DECLINE);
    }
    if (card.isPresent()) {
      return create(turn, customer, card.get());
    }
    if (request.namedMethod().isPresent()) {
      return waitFor(
          turn,
          new Rejection(
              RejectionReason.PAYMENT_METHOD_UNKNOWN,
              "payment_method_id is not a saved method of this customer."));
    }
    return ask(turn, Decline.NO_METHOD, CustomerMessage.NO_PAYMENT_METHOD);
  }

  private static Decision ask(Turn turn, Decline why, CustomerMessage tell) {
    return Waits.askForCard(
        turn, Optional.empty(), why, new NextStep.AskForCard(tell, Optional.empty()));
  }

  /** News of the customer may be on its way: wait a little, then reject. */
  private static Decision waitFor(Turn turn, Rejection rejection) {
    boolean graceOver =
        !turn.now().isBefore(turn.charge().receivedAt().plus(turn.policy().newcomerGrace()));
    return graceOver
        ? reject(turn, rejection)
        : turn.lookAgainIn(
            turn.policy().newcomerGrace().dividedBy(10).plusMillis(1),
            "wait: " + rejection.reason().code());
  }
}

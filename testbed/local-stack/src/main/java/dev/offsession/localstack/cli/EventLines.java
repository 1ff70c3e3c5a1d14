package dev.offsession.localstack.cli;

import dev.offsession.localstack.client.TopicTail.Arrival;
import dev.offsession.schemas.ChargeCancellationRequested;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.CustomerPaymentMethods;
import dev.offsession.schemas.PromptEvent;
import dev.offsession.schemas.StripeEvent;
import java.util.Locale;
import java.util.Optional;

/** One line per record, in the way of the Stripe CLI: arrows show the direction. */
final class EventLines {
  private final Colors colors;

  EventLines(Colors colors) {
    this.colors = colors;
  }

  /** Empty for records that tell a person nothing. */
  Optional<String> line(Arrival arrival) {
    return switch (arrival.value()) {
      case ChargeRequested r -> in("-->", "charge-requested", r.getRequestId() + "  " + amount(r));
      case ChargeCancellationRequested r -> in("-->", "cancellation", r.getRequestId());
      case ChargeEvent e -> in("<--", type(e), e.getRequestId() + "  " + ChargeSteps.detail(e));
      case StripeEvent e -> in("<--", e.getType(), colors.quiet(e.getObjectId()));
      case PromptEvent e ->
          in("<--", "prompt " + e.getOutcome(), e.getRequestId() + "  " + e.getChannel());
      case CustomerPaymentMethods m ->
          in("<--", "payment-methods", m.getCustomerReference() + "  " + m.getMethods().size());
      default -> Optional.empty();
    };
  }

  private String type(ChargeEvent event) {
    return ChargeSteps.coloured(event.getType(), colors);
  }

  private static String amount(ChargeRequested request) {
    return Amounts.of(request.getAmountMinor(), request.getCurrency());
  }

  private Optional<String> in(String arrow, String what, String detail) {
    String time = TimeOfDay.now();
    return Optional.of(
        String.format(Locale.ROOT, "%-8s  %s  %-30s  %s", time, arrow, what, detail));
  }
}

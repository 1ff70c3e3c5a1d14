package dev.offsession.simulator.render;

import dev.offsession.simulator.engine.BalanceTransaction;
import dev.offsession.simulator.engine.Dispute;
import dev.offsession.simulator.engine.EarlyFraudWarning;
import dev.offsession.simulator.engine.Refund;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Balance transactions, refunds, disputes, warnings. */
final class MoneyJson {
  private MoneyJson() {}

  static ObjectNode balanceTransaction(BalanceTransaction transaction) {
    return Json.object()
        .with("id", transaction.id())
        .with("object", "balance_transaction")
        .with("amount", transaction.amount())
        .with("available_on", transaction.availableOn())
        .with("balance_type", "payments")
        .with("created", transaction.created())
        .with("currency", transaction.currency())
        .with("description", null)
        .with("exchange_rate", null)
        .with("fee", transaction.fee())
        .with(
            "fee_details",
            List.of(
                Json.object()
                    .with("amount", transaction.fee())
                    .with("application", null)
                    .with("currency", transaction.currency())
                    .with("description", "Stripe processing fees")
                    .with("type", "stripe_fee")))
        .with("net", transaction.amount() - transaction.fee())
        .with("reporting_category", transaction.type())
        .with("source", transaction.source())
        .with("status", "pending")
        .with("type", transaction.type())
        .done();
  }

  static ObjectNode refund(Refund refund) {
    return Json.object()
        .with("id", refund.id())
        .with("object", "refund")
        .with("amount", refund.amount())
        .with("balance_transaction", null)
        .with("charge", refund.charge())
        .with("created", refund.created())
        .with("currency", refund.currency())
        .with(
            "destination_details",
            Json.object().with("card", Json.object().with("type", "refund")).with("type", "card"))
        .with("metadata", refund.metadata())
        .with("payment_intent", refund.paymentIntent())
        .with("reason", refund.reason())
        .with("receipt_number", null)
        .with("source_transfer_reversal", null)
        .with("status", refund.status())
        .with("transfer_reversal", null)
        .done();
  }

  static ObjectNode dispute(Dispute dispute) {
    return Json.object()
        .with("id", dispute.id())
        .with("object", "dispute")
        .with("amount", dispute.amount())
        .with("balance_transactions", List.of())
        .with("charge", dispute.charge())
        .with("created", dispute.created())
        .with("currency", dispute.currency())
        .with("enhanced_eligibility_types", List.of())
        .with("evidence", Json.object())
        .with(
            "evidence_details",
            Json.object()
                .with("due_by", dispute.created().plus(Duration.ofDays(9)))
                .with("has_evidence", false)
                .with("past_due", false)
                .with("submission_count", 0))
        .with("is_charge_refundable", dispute.status().startsWith("warning"))
        .with("livemode", false)
        .with("metadata", Json.object())
        .with("payment_intent", dispute.paymentIntent())
        .with("reason", dispute.reason())
        .with("status", dispute.status())
        .done();
  }

  static ObjectNode earlyFraudWarning(EarlyFraudWarning warning) {
    return Json.object()
        .with("id", warning.id())
        .with("object", "radar.early_fraud_warning")
        .with("actionable", true)
        .with("charge", warning.charge())
        .with("created", warning.created())
        .with("fraud_type", "made_with_stolen_card")
        .with("livemode", false)
        .with("payment_intent", warning.paymentIntent())
        .done();
  }
}

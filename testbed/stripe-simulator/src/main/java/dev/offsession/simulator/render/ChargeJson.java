package dev.offsession.simulator.render;

import dev.offsession.simulator.card.Decline;
import dev.offsession.simulator.engine.Card;
import dev.offsession.simulator.engine.Charge;
import dev.offsession.simulator.engine.PaymentTerms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Charges. */
final class ChargeJson {
  private ChargeJson() {}

  static ObjectNode render(Charge charge) {
    PaymentTerms terms = charge.terms();
    Decline decline = declineOf(charge);
    return Json.object()
        .with("id", charge.id())
        .with("object", "charge")
        .with("amount", terms.amount())
        .with("amount_captured", charge.books().captured())
        .with("amount_refunded", charge.books().refunded())
        .with("application", null)
        .with("application_fee", null)
        .with("application_fee_amount", null)
        .with("balance_transaction", charge.books().balanceTransaction())
        .with(
            "billing_details",
            PaymentMethodJson.billingDetails(charge.paymentMethod().billingDetails()))
        .with("calculated_statement_descriptor", statement(terms))
        .with("captured", charge.captured())
        .with("created", charge.created())
        .with("currency", terms.currency())
        .with("customer", terms.customer())
        .with("description", terms.description())
        .with("disputed", charge.books().disputed())
        .with("failure_balance_transaction", null)
        .with("failure_code", decline == null ? null : decline.code())
        .with("failure_message", decline == null ? null : decline.message())
        .with("fraud_details", Json.object())
        .with("livemode", false)
        .with("metadata", terms.metadata())
        .with("on_behalf_of", null)
        .with("outcome", outcome(charge, decline))
        .with("paid", charge.paid())
        .with("payment_intent", charge.paymentIntent())
        .with("payment_method", charge.paymentMethod().id())
        .with("payment_method_details", details(charge))
        .with("receipt_email", terms.receiptEmail())
        .with("receipt_number", null)
        .with("receipt_url", charge.paid() ? receipt(charge) : null)
        .with("refunded", charge.refunded())
        .with("review", null)
        .with("shipping", null)
        .with("source_transfer", null)
        .with("statement_descriptor", terms.statementDescriptor())
        .with("statement_descriptor_suffix", terms.statementDescriptorSuffix())
        .with("status", charge.status())
        .with("transfer_data", null)
        .with("transfer_group", null)
        .done();
  }

  private static @Nullable Decline declineOf(Charge charge) {
    return charge.outcome() instanceof Charge.Outcome.Failed(Decline decline) ? decline : null;
  }

  private static String receipt(Charge charge) {
    return "https://pay.stripe.com/receipts/simulated/" + charge.id();
  }

  private static String statement(PaymentTerms terms) {
    return terms.statementDescriptorSuffix() == null
        ? "OFFSESSION"
        : "OFFSESSION* " + terms.statementDescriptorSuffix();
  }

  private static Json outcome(Charge charge, @Nullable Decline decline) {
    if (decline == null) {
      return Json.object()
          .with("advice_code", null)
          .with("network_advice_code", null)
          .with("network_decline_code", null)
          .with("network_status", "approved_by_network")
          .with("reason", null)
          .with("risk_level", "normal")
          .with("seller_message", "Payment complete.")
          .with("type", charge.paid() ? "authorized" : "pending");
    }
    return Json.object()
        .with("advice_code", decline.adviceCode())
        .with("network_advice_code", decline.networkAdviceCode())
        .with("network_decline_code", decline.networkDeclineCode())
        .with("network_status", decline.blocked() ? "not_sent_to_network" : "declined_by_network")
        .with("reason", decline.blocked() ? "highest_risk_level" : decline.declineCode())
        .with("risk_level", decline.blocked() ? "highest" : "normal")
        .with(
            "seller_message",
            decline.blocked()
                ? "Stripe blocked this payment as too risky."
                : "The bank did not return any further details with this decline.")
        .with("type", decline.blocked() ? "blocked" : "issuer_declined");
  }

  private static Json details(Charge charge) {
    Card card = charge.paymentMethod().card();
    return Json.object()
        .with(
            "card",
            Json.object()
                .with("amount_authorized", charge.paid() ? charge.terms().amount() : null)
                .with("authorization_code", null)
                .with("brand", card.brand())
                .with("checks", PaymentMethodJson.checks(card))
                .with("country", "US")
                .with("exp_month", card.expMonth())
                .with("exp_year", card.expYear())
                .with("fingerprint", card.fingerprint())
                .with("funding", "credit")
                .with("installments", null)
                .with("last4", card.last4())
                .with("mandate", null)
                .with("network", card.brand())
                .with("network_token", Json.object().with("used", false))
                .with("network_transaction_id", null)
                .with("regulated_status", "unregulated")
                .with("three_d_secure", charge.authenticated() ? threeDSecure() : null)
                .with("wallet", null))
        .with("type", "card");
  }

  private static Json threeDSecure() {
    return Json.object()
        .with("authentication_flow", "challenge")
        .with("electronic_commerce_indicator", "05")
        .with("exemption_indicator", null)
        .with("result", "authenticated")
        .with("result_reason", null)
        .with("transaction_id", null)
        .with("version", "2.2.0");
  }
}

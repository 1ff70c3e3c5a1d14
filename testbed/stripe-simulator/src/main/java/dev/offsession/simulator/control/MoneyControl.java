package dev.offsession.simulator.control;

import dev.offsession.simulator.card.Decline;
import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Cause;
import dev.offsession.simulator.engine.Charge;
import dev.offsession.simulator.engine.Intent;
import dev.offsession.simulator.engine.Refund;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.render.Renderer;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Challenges without a browser, bank answers, disputes, refunds that come back; the ledger. */
final class MoneyControl {
  private final Account account;
  private final Renderer renderer;

  MoneyControl(Account account, Renderer renderer) {
    this.account = account;
    this.renderer = renderer;
  }

  void addTo(ControlApi api) {
    api.add("GET", "/_sim/ledger", (_, _) -> ledger(""));
    api.add("GET", "/_sim/ledger/{id}", (variables, _) -> ledger(id(variables)));
    api.add("POST", "/_sim/payment_intents/{id}/challenge", this::challenge);
    api.add("POST", "/_sim/setup_intents/{id}/challenge", this::challenge);
    api.add("POST", "/_sim/payment_intents/{id}/settle", this::settle);
    api.add("POST", "/_sim/charges/{id}/dispute", this::dispute);
    api.add("POST", "/_sim/charges/{id}/refund_fail", this::failRefund);
  }

  private JsonNode ledger(String requests) {
    return new Ledger(account.store(), requests).json();
  }

  private JsonNode challenge(Map<String, String> variables, Body body) {
    Intent intent = intent(id(variables));
    String outcome = body.text("outcome", "complete");
    Intent after =
        switch (outcome) {
          case "complete" -> account.answerChallenge(intent, true, Cause.STRIPE);
          case "fail" -> account.answerChallenge(intent, false, Cause.STRIPE);
          case "abandon", "cancel" -> intent;
          default -> throw new IllegalArgumentException("outcome is complete, fail or abandon");
        };
    return renderer.render(after);
  }

  private JsonNode settle(Map<String, String> variables, Body body) {
    String declineCode = body.text("decline_code");
    Charge.Outcome outcome =
        declineCode == null
            ? new Charge.Outcome.Paid()
            : new Charge.Outcome.Failed(Decline.of(declineCode));
    return renderer.render(account.paymentIntents().settle(id(variables), outcome));
  }

  private JsonNode dispute(Map<String, String> variables, Body body) {
    return renderer.render(
        account
            .charges()
            .dispute(id(variables), body.text("reason", "fraudulent"), body.isTrue("inquiry")));
  }

  private JsonNode failRefund(Map<String, String> variables, Body body) {
    Refund refund =
        account.store().refunds().newestFirst().stream()
            .filter(candidate -> candidate.charge().equals(id(variables)))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("refund", "charge", id(variables)));
    return renderer.render(account.refunds().fail(refund.id()));
  }

  private Intent intent(String id) {
    return id.startsWith("seti_")
        ? account.setupIntents().get(id)
        : account.paymentIntents().get(id);
  }

  private static String id(Map<String, String> variables) {
    return variables.getOrDefault("id", "");
  }
}

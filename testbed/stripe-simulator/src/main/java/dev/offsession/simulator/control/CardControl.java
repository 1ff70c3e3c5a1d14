package dev.offsession.simulator.control;

import dev.offsession.simulator.card.CardNumber;
import dev.offsession.simulator.card.Decline;
import dev.offsession.simulator.card.TestCards;
import dev.offsession.simulator.card.Verdict;
import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.render.Json;
import dev.offsession.simulator.render.Renderer;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Puts answers into the banks' mouths, and renews cards as networks do. */
final class CardControl {
  private final Account account;
  private final Renderer renderer;

  CardControl(Account account, Renderer renderer) {
    this.account = account;
    this.renderer = renderer;
  }

  void addTo(ControlApi api) {
    api.add("POST", "/_sim/cards/{card}/next", this::next);
    api.add("POST", "/_sim/payment_methods/{id}/auto_update", this::autoUpdate);
  }

  private JsonNode next(Map<String, String> variables, Body body) {
    String card = variables.getOrDefault("card", "");
    int times = body.isTrue("sticky") ? 0 : body.number("times", 1);
    if (body.isTrue("setup")) {
      account.hooks().addForSetup(subject(card), verdict(body), times);
    } else {
      account.hooks().add(subject(card), verdict(body), body.flag("off_session"), times);
    }
    return Json.object().with("card", card).with("times", times).done();
  }

  private JsonNode autoUpdate(Map<String, String> variables, Body body) {
    return renderer.render(
        account
            .paymentMethods()
            .autoUpdate(
                variables.getOrDefault("id", ""),
                body.text("last4"),
                body.number("exp_month"),
                body.number("exp_year")));
  }

  /** Numbers and ready-made ids stand for every card with that number. */
  private static String subject(String card) {
    if (card.matches("\\d+")) {
      return CardNumber.fingerprint(card);
    }
    return TestCards.byPaymentMethodId(card)
        .map(ready -> CardNumber.fingerprint(ready.number()))
        .orElse(card);
  }

  private static Verdict verdict(Body body) {
    String declineCode = body.text("decline_code", "generic_decline");
    return switch (body.text("outcome", "decline")) {
      case "succeed", "success", "approved" -> new Verdict.Approved();
      case "processing" -> new Verdict.Pending();
      case "authentication_required" -> new Verdict.AuthenticationRequired();
      case "blocked" -> new Verdict.Declined(Decline.blockedByRadar());
      case "decline", "declined" ->
          new Verdict.Declined(
              Decline.of(declineCode)
                  .advising(
                      body.text("advice_code"),
                      body.text("network_decline_code"),
                      body.text("network_advice_code")));
      default ->
          throw new IllegalArgumentException(
              "outcome is one of succeed, decline, authentication_required, processing, blocked");
    };
  }
}

package dev.offsession.simulator.client;

import dev.offsession.simulator.card.TestCards;
import dev.offsession.simulator.render.Json;
import tools.jackson.databind.node.ObjectNode;

/** The test cards for the picker of the Payment Element. */
final class CardList {
  private CardList() {}

  static ObjectNode json() {
    return Json.object()
        .with(
            "data",
            TestCards.all().stream()
                .map(card ->
                    Json.object()
                        .with("number", card.number())
                        .with("label", card.label())
                        .with("effect", card.effect())
                        .with("brand", card.brand().stripeName())
                        .with("payment_methods", card.paymentMethodIds())
                        .done())
                .toList())
        .done();
  }
}

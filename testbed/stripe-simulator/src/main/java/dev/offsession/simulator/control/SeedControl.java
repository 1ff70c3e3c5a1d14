package dev.offsession.simulator.control;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.CardEntry;
import dev.offsession.simulator.engine.Cause;
import dev.offsession.simulator.engine.Customer;
import dev.offsession.simulator.engine.MetadataPatch;
import dev.offsession.simulator.engine.Patch;
import dev.offsession.simulator.engine.PaymentMethod;
import dev.offsession.simulator.render.Json;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fixtures: customers with cards, under given ids where wanted. A card may get one of the older
 * {@code card_} and {@code src_} ids this way.
 */
final class SeedControl {
  private final Account account;

  SeedControl(Account account) {
    this.account = account;
  }

  void addTo(ControlApi api) {
    api.add("POST", "/_sim/seed", (_, body) -> seed(body));
  }

  private JsonNode seed(Body body) {
    return Json.object()
        .with("customers", body.list("customers").stream().map(this::customer).toList())
        .done();
  }

  private Json customer(Body body) {
    Customer.Change change =
        new Customer.Change(
            patch(body.text("email")),
            patch(body.text("name")),
            new Patch.Keep<>(),
            new Patch.Keep<>(),
            new Patch.Keep<>(),
            new Patch.Keep<>(),
            new MetadataPatch(false, body.pairs("metadata")));
    String id = body.text("id", account.ids().next("cus_"));
    account.customers().create(id, change, Cause.STRIPE);
    List<String> methods = new ArrayList<>();
    body.list("payment_methods").forEach(card -> methods.add(card(card, id)));
    return Json.object().with("id", id).with("payment_methods", methods);
  }

  private String card(Body body, String customer) {
    int year = Year.from(account.clock().now().atZone(ZoneOffset.UTC)).getValue();
    PaymentMethod method =
        account
            .paymentMethods()
            .create(
                body.text("id", account.ids().next("pm_")),
                new CardEntry(
                    body.required("number"),
                    body.number("exp_month", 12),
                    body.number("exp_year", year + 4),
                    "123",
                    Map.of(),
                    "unspecified",
                    Map.of()));
    PaymentMethod attached = account.paymentMethods().attach(method.id(), customer, Cause.STRIPE);
    if (!Boolean.FALSE.equals(body.flag("set_up"))) {
      account.paymentMethods().setUp(attached);
    }
    return attached.id();
  }

  private static Patch<String> patch(@Nullable String value) {
    return value == null ? new Patch.Keep<>() : new Patch.Set<>(value);
  }
}

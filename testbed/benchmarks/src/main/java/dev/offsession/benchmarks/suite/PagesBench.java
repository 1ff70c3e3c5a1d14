package dev.offsession.benchmarks.suite;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Json;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.load.HttpLoad;
import dev.offsession.benchmarks.load.PageWeight;
import dev.offsession.benchmarks.load.Shot;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.localstack.stack.Credentials;
import dev.offsession.localstack.stack.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The two pages that customers see, of many customers in turn: S5. */
public final class PagesBench implements Bench {
  private static final int OK = 200;
  private static final int CONNECTIONS = 32;
  private static final int CUSTOMERS = 20;
  private static final double RATE = 100;

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    score.say("Customer pages at %.0f/s".formatted(RATE));
    bed.stripe().reset(0);
    Running collector =
        Running.launch(
            bed.service(Service.PAYMENT_COLLECTOR),
            Service.PAYMENT_COLLECTOR.port().on(bed.addresses().base()));
    try (collector) {
      collector.awaitReady();
      List<URI> pages = pages(bed, collector);
      HttpLoad warm = new HttpLoad(collector.url(), CONNECTIONS);
      warm.run(RATE, plan.warmUp(), inTurn(pages));
      List<Double> p99 = new ArrayList<>();
      List<String> complaints = new ArrayList<>();
      for (int i = 0; i < plan.rounds(); i++) {
        HttpLoad load = new HttpLoad(collector.url(), CONNECTIONS);
        load.run(RATE, plan.turn(), inTurn(pages));
        p99.add(load.tally("page").latencies().p99());
        if (load.tally("page").countOther(OK) > 0) {
          complaints.add("answers " + load.tally("page").statuses());
        }
      }
      score.add(
          "S5/p99", Spread.of(p99), "saving a card and finishing a payment in turn", complaints);
      score.add("S5/weight/setup", PageWeight.of(pages.getFirst()).kilobytes(), "");
      score.add("S5/weight/pay", PageWeight.of(pages.getLast()).kilobytes(), "");
    }
  }

  private static List<URI> pages(Bed bed, Running collector) {
    Json merchant = new Json(collector.url(), Credentials.API_KEY);
    Json notifier = new Json(collector.url(), Credentials.INTERNAL_API_KEY);
    List<URI> setup = new ArrayList<>();
    List<URI> pay = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      String reference = "page-" + i;
      String stripeId =
          merchant
              .call(
                  "PUT",
                  "/v1/customers/" + reference,
                  Map.of(
                      "email",
                      reference + "@customer.example",
                      "locale",
                      "en",
                      "time_zone",
                      "Europe/London"))
              .path("stripe_customer_id")
              .asString();
      setup.add(
          url(
              merchant.call(
                  "POST", "/v1/customers/%s/capture-sessions".formatted(reference), Map.of())));
      pay.add(
          url(
              notifier.call(
                  "POST",
                  "/internal/v1/links",
                  Map.of(
                      "purpose",
                      "pay",
                      "request_id",
                      "req-" + reference,
                      "customer_reference",
                      reference,
                      "payment_intent_id",
                      stoppedPayment(bed, stripeId)))));
    }
    setup.addAll(pay);
    return setup;
  }

  private static URI url(tools.jackson.databind.JsonNode answer) {
    return URI.create(answer.path("url").asString());
  }

  /** A payment that the bank stopped until the customer approves it. */
  private static String stoppedPayment(Bed bed, String customer) {
    var client = bed.stripe().client();
    try {
      String card =
          client
              .v1()
              .paymentMethods()
              .attach("pm_card_authenticationRequired", attachTo(customer))
              .getId();
      String intent =
          client
              .v1()
              .paymentIntents()
              .create(
                  PaymentIntentCreateParams.builder()
                      .setAmount(1_200L)
                      .setCurrency("eur")
                      .setCustomer(customer)
                      .addPaymentMethodType("card")
                      .build())
              .getId();
      confirm(bed, intent, card);
      return intent;
    } catch (StripeException e) {
      throw new IllegalStateException("The simulator refused", e);
    }
  }

  private static com.stripe.param.PaymentMethodAttachParams attachTo(String customer) {
    return com.stripe.param.PaymentMethodAttachParams.builder().setCustomer(customer).build();
  }

  private static void confirm(Bed bed, String intent, String card) throws StripeException {
    try {
      bed.stripe()
          .client()
          .v1()
          .paymentIntents()
          .confirm(
              intent,
              PaymentIntentConfirmParams.builder()
                  .setPaymentMethod(card)
                  .setOffSession(true)
                  .build());
    } catch (CardException expected) {
      // 402: the bank wants the customer.
    }
  }

  private static java.util.function.Supplier<Shot> inTurn(List<URI> pages) {
    List<Shot> shots = pages.stream().map(PagesBench::get).toList();
    AtomicInteger next = new AtomicInteger();
    return () -> shots.get(Math.floorMod(next.getAndAdd(7), shots.size()));
  }

  private static Shot get(URI page) {
    String request =
        """
        GET %s HTTP/1.1\r
        Host: %s\r
        Accept: text/html\r
        Accept-Language: en\r
        \r
        """
            .formatted(page.getRawPath(), page.getAuthority());
    return Shot.of("page", request);
  }
}

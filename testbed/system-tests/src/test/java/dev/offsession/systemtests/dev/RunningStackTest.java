package dev.offsession.systemtests.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.systemtests.foreign.ForeignConsumer;
import dev.offsession.systemtests.stack.Dev.Ended;
import dev.offsession.systemtests.stack.Merchant;
import dev.offsession.systemtests.stack.WithStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What can be asked of a stack that runs: status, charge, trigger, logs. */
@ExtendWith(WithStack.class)
class RunningStackTest {

  private static final List<String> PROMISED =
      Stream.of(
              "KAFKA_BOOTSTRAP_SERVERS",
              "SCHEMA_REGISTRY_URL",
              "MONGODB_URI",
              "STRIPE_API_BASE",
              "STRIPE_SECRET_KEY",
              "STRIPE_PUBLISHABLE_KEY",
              "STRIPE_WEBHOOK_SECRET",
              "API_KEY",
              "PAYMENT_COLLECTOR_URL",
              "CHARGE_WORKER_URL",
              "WEBHOOK_INGEST_URL",
              "WEBHOOK_PATH",
              "NOTIFIER_URL",
              "INBOX_URL")
          .map(name -> "OFFSESSION_" + name)
          .toList();

  @Test
  void statusPrintsEveryPromisedVariable(Merchant merchant) {
    assertThat(merchant.stack().environment()).containsKeys(PROMISED.toArray(String[]::new));
    assertThat(merchant.stack().registry()).endsWith("/apis/ccompat/v7");
  }

  @Test
  void statusIsAlsoJsonAndText(Merchant merchant) {
    Ended json = merchant.stack().dev().run("status", "-o", "json");
    Ended text = merchant.stack().dev().run("status");

    assertThat(json.exit()).isZero();
    assertThat(new JsonMapper().readTree(json.output()).isObject()).isTrue();
    assertThat(text.exit()).isZero();
    assertThat(text.output()).contains("payment-collector", "charge-worker", "broker");
  }

  @Test
  void chargeFollowsAChargeUntilItIsPaid(Merchant merchant) {
    Ended charge =
        merchant
            .stack()
            .dev()
            .run("charge", "--card", "ok", "--amount", "1200", "--currency", "jpy");

    assertThat(charge.output()).containsIgnoringCase("succeeded").contains("pi_");
    assertThat(charge.exit()).isZero();
  }

  @Test
  void chargeStopsWhereTheCustomerIsWanted(Merchant merchant) {
    Ended charge =
        merchant
            .stack()
            .dev()
            .run(
                "charge",
                "--card",
                "needs-auth",
                "--amount",
                "1200",
                "--currency",
                "jpy",
                "--locale",
                "ja");

    assertThat(charge.output())
        .containsIgnoringCase("authentication_required")
        .contains(merchant.stack().value("PAYMENT_COLLECTOR_URL"));
  }

  @Test
  void triggerMakesTheSimulatorEmitTheEvent(Merchant merchant) {
    Ended trigger = merchant.stack().dev().run("trigger", "payment_intent.requires_action");

    assertThat(trigger.exit()).isZero();
    try (var events =
        new ForeignConsumer(
            merchant.stack().kafka(), merchant.stack().registry(), List.of("stripe-events"))) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() ->
              events.poll().stream()
                  .map(message -> new String(message.value(), StandardCharsets.ISO_8859_1))
                  .anyMatch(value -> value.contains("payment_intent.requires_action")));
    }
  }

  @Test
  void anUnknownCommandIsRefusedWithAHint(Merchant merchant) {
    Ended unknown = merchant.stack().dev().run("chrage");

    assertThat(unknown.exit()).isNotZero();
    assertThat(unknown.output()).contains("charge");
  }

  @Test
  void anUnknownCardNameIsRefusedWithTheKnownOnes(Merchant merchant) {
    Ended charge =
        merchant
            .stack()
            .dev()
            .run("charge", "--card", "lucky", "--amount", "1200", "--currency", "jpy");

    assertThat(charge.exit()).isNotZero();
    assertThat(charge.output()).contains("needs-auth", "declined");
  }
}

package dev.offsession.charging.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.CardRefusal;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.domain.Trouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChargeServiceTest {
  private final World world = new World();
  private final ChargeRequest request = world.request(1200);

  @BeforeEach
  void aliceHasACard() {
    world.aliceHas("pm_visa");
  }

  @Test
  void chargesOnceAndTellsInOrder() {
    run(world.process());

    assertThat(world.published).containsExactly("1 Accepted", "2 Succeeded");
    assertThat(world.stripe.charged()).hasSize(1);
    assertThat(world.store.dueAt(request.id())).isEmpty();
  }

  @Test
  void needsFiveWritesOnTheHappyPath() {
    run(world.process());

    assertThat(world.store.writes()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"NO_ANSWER", "SERVER_ERROR", "BUSY", "RATE_LIMITED"})
  void paysOnceWhenBothAnswersAreLost(Trouble trouble) {
    world.stripe.loseNextAnswers(trouble);
    World.Instance process = world.process();
    run(process);
    world.stripe.loseNextAnswers(trouble);

    for (int i = 0; i < 10; i++) {
      world.later(Duration.ofMinutes(5));
      process.run();
    }

    assertThat(world.charge().stateName()).isEqualTo(StateName.SUCCEEDED);
    assertThat(world.stripe.charged()).hasSize(1);
    assertThat(world.published).containsExactly("1 Accepted", "2 Succeeded");
  }

  @Test
  void writesNothingOnceAnotherProcessHasTheCharge() {
    HeldCharge old = takenIn();
    world.later(World.LEASE.plusSeconds(1));
    world.process().run();
    int charged = world.stripe.charged().size();

    world.process().charges.work(old);

    assertThat(charged).isEqualTo(1);
    assertThat(world.stripe.charged()).hasSize(1);
    assertThat(world.news()).containsExactly("1 Accepted", "2 Succeeded");
  }

  private HeldCharge takenIn() {
    World.Instance first = world.process();
    first.intake.accept(List.of(request));
    return world.store.find(request.id()).orElseThrow();
  }

  @Nested
  class WhenKafkaIsAway {
    @Test
    void chargesAndTellsLater() {
      world.kafkaIsAway(true);
      World.Instance process = world.process();
      run(process);
      assertThat(world.published).isEmpty();

      world.kafkaIsAway(false);
      world.later(Duration.ofSeconds(6));
      process.run();

      assertThat(world.published).containsExactly("1 Accepted", "2 Succeeded");
      assertThat(world.store.dueAt(request.id())).isEmpty();
    }

    @Test
    void doesNotTakeAConflictAsAnswered() {
      run(world.process());
      world.kafkaIsAway(true);

      assertThatIllegalStateException()
          .isThrownBy(() -> world.process().intake.accept(List.of(world.request(9999))));
    }
  }

  @Nested
  class WhenTheRequestComesAgain {
    @Test
    void isAbsorbed() {
      run(world.process());
      run(world.process());

      assertThat(world.stripe.charged()).hasSize(1);
      assertThat(world.published).hasSize(2);
    }

    @Test
    void isAnsweredWhenItIsAnotherOne() {
      run(world.process());

      world.process().intake.accept(List.of(world.request(9999)));

      assertThat(world.conflicts).containsExactly("order-1 9999");
      assertThat(world.charge().request().amountMinor()).isEqualTo(1200);
    }
  }

  @Nested
  class WhenABankRefuses {
    @Test
    void countsEachRefusalOnceInOneMoreWrite() {
      world.stripe.refuseNext("insufficient_funds");

      run(world.process());

      assertThat(world.alice().refusals())
          .extracting(CardRefusal::attempt)
          .containsExactly("order-1#1");
    }

    @Test
    void sparesTheCardInAllItsChargesOnceItWasRefusedTooOften() {
      World.Instance process = world.process();
      for (int i = 0; i < 10; i++) {
        world.stripe.refuseNext("stolen_card");
        process.intake.accept(List.of(world.request("order-" + i, 1200)));
        process.run();
      }

      process.intake.accept(List.of(world.request("order-10", 1200)));
      process.run();

      assertThat(world.stripe.intents()).hasSize(10);
      assertThat(world.charge("order-10").stateName()).isEqualTo(StateName.PAYMENT_METHOD_REQUIRED);
    }
  }

  @Nested
  class WhenTheCustomerActs {
    @Test
    void chargesTheCardTheySave() {
      world.stripe.refuseNext("stolen_card");
      World.Instance process = world.process();
      run(process);
      assertThat(world.charge().stateName()).isEqualTo(StateName.PAYMENT_METHOD_REQUIRED);

      process.news.changed(
          World.alice(
              List.of(
                  Card.of(new PaymentMethodId("pm_new")), Card.of(new PaymentMethodId("pm_visa"))),
              2));
      process.run();

      assertThat(world.charge().stateName()).isEqualTo(StateName.SUCCEEDED);
      assertThat(world.stripe.charged()).containsExactly(new PaymentMethodId("pm_new"));
    }

    @Test
    void doesNotChargeAgainWhatTheyPaidOnThePage() {
      world.stripe.refuseNext("insufficient_funds");
      World.Instance process = world.process();
      run(process);
      world.stripe.confirmNow(
          world.stripe.intents().getFirst().id(), new PaymentMethodId("pm_page"));

      world.later(Duration.ofDays(2));
      process.run();

      assertThat(world.charge().stateName()).isEqualTo(StateName.SUCCEEDED);
      assertThat(world.stripe.charged()).containsExactly(new PaymentMethodId("pm_page"));
    }
  }

  @Nested
  class WhenItIsCanceled {
    @Test
    void neverAsksStripeIfTheCancellationCameFirst() {
      World.Instance process = world.process();
      process.cancellations.cancel(new ChargeRequestId("order-1"), "too late");

      run(process);

      assertThat(world.stripe.intents()).isEmpty();
      assertThat(world.published).containsExactly("1 Accepted", "2 Canceled");
    }

    @Test
    void staysPaidIfTheConfirmInFlightWasPaid() {
      World.Instance process = world.process();
      world.stripe.duringNextConfirm(() -> process.cancellations.cancel(request.id(), "late"));

      run(process);
      process.run();

      assertThat(world.charge().stateName()).isEqualTo(StateName.SUCCEEDED);
      assertThat(world.stripe.charged()).hasSize(1);
      assertThat(world.news()).containsExactly("1 Accepted", "2 Succeeded");
    }

    @Test
    void isCanceledIfTheConfirmInFlightWasRefused() {
      World.Instance process = world.process();
      world.stripe.refuseNext("insufficient_funds");
      world.stripe.duringNextConfirm(() -> process.cancellations.cancel(request.id(), "late"));

      run(process);
      process.run();

      assertThat(world.charge().stateName()).isEqualTo(StateName.CANCELED);
      assertThat(world.stripe.intents().getFirst().status()).isEqualTo("canceled");
      assertThat(world.news()).containsExactly("1 Accepted", "2 Canceled");
    }

    @Test
    void answersAConflictingRequestThatFindsTheCancellationTakenInTheSameBatch() {
      World.Instance process = world.process();
      process.cancellations.cancel(new ChargeRequestId("order-1"), "too late");

      process.intake.accept(List.of(request, world.request(1300), request));

      assertThat(world.charge().stateName()).isEqualTo(StateName.CANCELED);
      assertThat(world.conflicts).containsExactly("order-1 1300");
    }

    @Test
    void cancelsTheIntentOfAChargeThatWaits() {
      world.stripe.refuseNext("authentication_required");
      World.Instance process = world.process();
      run(process);

      process.cancellations.cancel(new ChargeRequestId("order-1"), "out of stock");
      process.run();

      assertThat(world.stripe.intents().getFirst().status()).isEqualTo("canceled");
      assertThat(world.charge().stateName()).isEqualTo(StateName.CANCELED);
    }
  }

  private void run(World.Instance process) {
    process.intake.accept(List.of(request));
    process.run();
  }
}

package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.AMEX;
import static dev.offsession.charging.domain.Examples.NOON;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.alice;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.requestExpiringAfter;
import static dev.offsession.charging.domain.Examples.requestNaming;
import static dev.offsession.charging.domain.Examples.requestOf;
import static dev.offsession.charging.domain.Examples.unpaid;
import static dev.offsession.charging.domain.StateName.CREATING;
import static dev.offsession.charging.domain.StateName.EXPIRED;
import static dev.offsession.charging.domain.StateName.PAYMENT_METHOD_REQUIRED;
import static dev.offsession.charging.domain.StateName.RECEIVED;
import static dev.offsession.charging.domain.StateName.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request before Stripe hears of it. */
class NewRequestTest {
  @Test
  void isRejectedAtOnceWhenItIsInvalid() {
    Story story = Story.of(requestOf(0, "JPY")).isNow(REJECTED);

    assertThat(story.told()).containsExactly("Rejected");
  }

  @Test
  void carriesNoDeadlineThatARejectedRequestDidNotHave() {
    ChargeEvent rejected = Story.of(requestOf(0, "JPY")).latest().events().getFirst();
    ChargeEvent accepted = Story.accepted().latest().events().getFirst();

    assertThat(rejected.deadline()).isEmpty();
    assertThat(accepted.deadline()).contains(NOON.plus(Duration.ofDays(30)));
  }

  @Test
  void neverReachesStripeOnceItHasExpired() {
    Story story = Story.of(requestExpiringAfter(Duration.ofMinutes(1)));

    story.later(Duration.ofMinutes(1)).due().isNow(EXPIRED);

    assertThat(story.told()).containsExactly("Accepted", "Expired");
    assertThat(story.confirms()).isEmpty();
  }

  @Test
  void waitsAGraceForAnUnknownCustomerThenIsRejected() {
    Story story = Story.accepted().due().on(new ChargeInput.CustomerUnknown()).isNow(RECEIVED);
    assertThat(story.charge().wakeAt().orElseThrow()).isAfter(NOON);

    story.later(Duration.ofSeconds(30)).due().on(new ChargeInput.CustomerUnknown());

    assertThat(story.isNow(REJECTED).lastTold())
        .isInstanceOfSatisfying(
            ChargeEvent.What.Rejected.class,
            told ->
                assertThat(told.rejection().reason()).isEqualTo(RejectionReason.CUSTOMER_UNKNOWN));
  }

  @Test
  void asksForACardWhenTheCustomerHasSavedNone() {
    Story story = Story.accepted().due().on(new ChargeInput.CustomerKnown(alice()));

    assertThat(story.isNow(PAYMENT_METHOD_REQUIRED).lastTold())
        .isEqualTo(
            new ChargeEvent.What.PaymentMethodRequired(
                Decline.NO_METHOD, CustomerMessage.NO_PAYMENT_METHOD));
    assertThat(story.charge().intent()).isEmpty();
  }

  @Test
  void startsWhenThatCustomerSavesACard() {
    Story story = Story.accepted().due().on(new ChargeInput.CustomerKnown(alice()));

    story.due().on(new ChargeInput.CustomerKnown(alice(VISA)));

    story.isNow(CREATING);
  }

  @Test
  void chargesTheMethodItNames() {
    Story story =
        Story.of(requestNaming("pm_amex"))
            .due()
            .on(new ChargeInput.CustomerKnown(alice(VISA, AMEX)))
            .sees(answer(0, unpaid()));

    assertThat(story.confirms().getLast().method()).isEqualTo(AMEX.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"card_1abc", "src_1abc"})
  void leavesOlderIdsToStripe(String id) {
    Story story =
        Story.of(requestNaming(id))
            .due()
            .on(new ChargeInput.CustomerKnown(alice(VISA)))
            .sees(answer(0, unpaid()));

    assertThat(story.confirms().getLast().method().value()).isEqualTo(id);
  }

  @Test
  void rejectsAMethodThatIsNotTheCustomersAfterTheGrace() {
    Story story = Story.of(requestNaming("pm_foreign")).due();
    story.on(new ChargeInput.CustomerKnown(alice(VISA))).isNow(RECEIVED);

    story.later(Duration.ofSeconds(30)).due().on(new ChargeInput.CustomerKnown(alice(VISA)));

    assertThat(story.isNow(REJECTED).lastTold())
        .isInstanceOfSatisfying(
            ChargeEvent.What.Rejected.class,
            told ->
                assertThat(told.rejection().reason())
                    .isEqualTo(RejectionReason.PAYMENT_METHOD_UNKNOWN));
  }
}

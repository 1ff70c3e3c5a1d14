package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.AMEX;
import static dev.offsession.charging.domain.Examples.NOON;
import static dev.offsession.charging.domain.Examples.POLICY;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.alice;
import static dev.offsession.charging.domain.Examples.aliceRefused;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.card;
import static dev.offsession.charging.domain.Examples.look;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.Examples.request;
import static dev.offsession.charging.domain.Examples.requestNaming;
import static dev.offsession.charging.domain.Examples.unpaid;
import static dev.offsession.charging.domain.StateName.CONFIRMING;
import static dev.offsession.charging.domain.StateName.PAYMENT_METHOD_REQUIRED;
import static dev.offsession.charging.domain.StateName.RETRY_SCHEDULED;
import static dev.offsession.charging.domain.StateName.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Another saved method after a hard decline, where the policy wants it. */
class OtherCardTest {
  private static final Policy TRYING = POLICY.with(RetryPolicy.standard().tryingOtherMethods());
  private static final Card THIRD = card("pm_third");

  @Test
  void isNotTriedUnlessThePolicySaysSo() {
    refusedFor(Story.of(request()), "stolen_card").isNow(PAYMENT_METHOD_REQUIRED);
  }

  @Test
  void isTriedOnTheSameIntentAndTheCustomerIsNotAsked() {
    Story story = hard();

    story.on(new ChargeInput.CustomerKnown(alice(VISA, AMEX)));
    story.sees(look(1, refused("stolen_card", "ch_1"))).isNow(CONFIRMING);
    assertThat(story.confirms().getLast().method()).isEqualTo(AMEX.id());
    assertThat(story.confirms().getLast().attempt()).isEqualTo(2);

    story.sees(answer(2, paid())).isNow(SUCCEEDED);
    assertThat(story.told()).containsExactly("Accepted", "Succeeded");
  }

  @Test
  void isLookedForAgainAfterACrash() {
    Story story = hard();

    story.takenUp(alice(VISA, AMEX)).sees(look(1, refused("stolen_card", "ch_1")));

    assertThat(story.isNow(CONFIRMING).confirms().getLast().method()).isEqualTo(AMEX.id());
  }

  @Test
  void asksTheCustomerWhenThereIsNone() {
    Story story = hard().on(new ChargeInput.CustomerKnown(alice(VISA)));
    story.isNow(RETRY_SCHEDULED).sees(look(1, refused("stolen_card", "ch_1")));

    assertThat(story.isNow(PAYMENT_METHOD_REQUIRED).lastTold())
        .isInstanceOfSatisfying(
            ChargeEvent.What.PaymentMethodRequired.class,
            told -> assertThat(told.decline().code()).isEqualTo("stolen_card"));
  }

  @Test
  void asksTheCustomerWhenNobodyKnowsThemAnyMore() {
    hard()
        .on(new ChargeInput.CustomerUnknown())
        .sees(look(1, refused("stolen_card", "ch_1")))
        .isNow(PAYMENT_METHOD_REQUIRED);
  }

  @Test
  void asksTheCustomerWhenTheOtherIsSpent() {
    Story story = refusedFor(Story.of(request(), TRYING), AMEX, "stolen_card");

    story.on(new ChargeInput.CustomerKnown(aliceRefused(10, NOON, AMEX, VISA)));
    story.sees(look(1, refused("stolen_card", "ch_1")));

    story.isNow(PAYMENT_METHOD_REQUIRED);
  }

  @Test
  void isTriedOnceAndThenTheCustomerIsAsked() {
    Story story = hard().on(new ChargeInput.CustomerKnown(alice(VISA, AMEX, THIRD)));
    story.sees(look(1, refused("stolen_card", "ch_1")));

    story.sees(answer(2, refused("expired_card", "ch_2"))).isNow(PAYMENT_METHOD_REQUIRED);
  }

  @Test
  void isNeverTriedForARequestThatNamesAMethod() {
    refusedFor(Story.of(requestNaming("pm_visa"), TRYING), "stolen_card")
        .isNow(PAYMENT_METHOD_REQUIRED);
  }

  @Test
  void isNotTriedWhileTheOldCardMayStillPay() {
    Story story = refusedFor(Story.of(request(), TRYING), "insufficient_funds");

    story.takenUp(alice(VISA, AMEX)).isNow(RETRY_SCHEDULED);

    assertThat(story.confirms()).hasSize(1);
  }

  @Test
  void aDeadCardIsNeverRetriedByItself() {
    Story story = hard();

    story.sees(look(1, refused("stolen_card", "ch_1")));

    assertThat(story.confirms()).hasSize(1);
  }

  private static Story hard() {
    return refusedFor(Story.of(request(), TRYING), "stolen_card").isNow(RETRY_SCHEDULED);
  }

  private static Story refusedFor(Story story, String code) {
    return refusedFor(story, VISA, code);
  }

  private static Story refusedFor(Story story, Card card, String code) {
    return story
        .takenUp(alice(card))
        .sees(answer(0, unpaid()))
        .sees(answer(1, refused(code, "ch_1")));
  }
}

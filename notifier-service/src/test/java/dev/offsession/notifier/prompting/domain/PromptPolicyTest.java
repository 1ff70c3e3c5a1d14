package dev.offsession.notifier.prompting.domain;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;
import static dev.offsession.notifier.prompting.domain.Examples.ORDER;
import static dev.offsession.notifier.prompting.domain.Examples.bankWantsCustomer;
import static dev.offsession.notifier.prompting.domain.Examples.canceled;
import static dev.offsession.notifier.prompting.domain.Examples.failed;
import static dev.offsession.notifier.prompting.domain.Examples.newCardNeeded;
import static dev.offsession.notifier.prompting.domain.Examples.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNeeded;
import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNotNeeded;
import dev.offsession.notifier.prompting.domain.Conversation.Asking;
import dev.offsession.notifier.prompting.domain.Conversation.Silent;
import dev.offsession.notifier.prompting.domain.PromptDecision.Ask;
import dev.offsession.notifier.prompting.domain.PromptDecision.Hush;
import dev.offsession.notifier.prompting.domain.PromptDecision.Ignore;
import dev.offsession.notifier.prompting.domain.PromptDecision.Note;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PromptPolicyTest {
  private static final PromptPolicy POLICY = new PromptPolicy(Set.of());
  private static final Conversation NOTHING_HEARD = Conversation.notBegun(ORDER);

  @Test
  void refusesNewsOfAnotherCharge() {
    var other = new CustomerNotNeeded(new RequestId("ord_18"), 1, "charge_succeeded");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> POLICY.decide(NOTHING_HEARD, other, NOON));
  }

  @Nested
  class WhenNothingIsAskedYet {
    @Test
    void asksForApprovalWhenTheBankWantsTheCustomer() {
      var decision = POLICY.decide(NOTHING_HEARD, bankWantsCustomer(2), NOON);

      assertThat(decision)
          .asInstanceOf(type(Ask.class))
          .satisfies(ask -> {
            assertThat(ask.prompt().id().value()).isEqualTo("ord_17#2:0:email");
            assertThat(ask.prompt().kind()).isEqualTo(PromptKind.AUTHENTICATE);
            assertThat(ask.prompt().status()).isEqualTo(new PromptStatus.Waiting(NOON));
            assertThat(ask.next().episode()).isEqualTo(2);
          });
    }

    @Test
    void asksForAnotherCardWhenNoneWorks() {
      var decision = POLICY.decide(NOTHING_HEARD, newCardNeeded(2), NOON);

      assertThat(decision)
          .asInstanceOf(type(Ask.class))
          .extracting(ask -> ask.prompt().kind())
          .isEqualTo(PromptKind.NEW_PAYMENT_METHOD);
    }

    @Test
    void staysSilentAboutAPaidCharge() {
      var decision = POLICY.decide(NOTHING_HEARD, paid(2), NOON);

      assertThat(decision).isEqualTo(new Hush(new Silent(ORDER, 2), "charge_succeeded", null));
    }
  }

  @Nested
  class WhenTheCustomerHasBeenAsked {
    private final Asking asked = Asking.begun(ORDER, 2, PromptKind.AUTHENTICATE, "pm_saved");

    @Test
    void ignoresTheSameEventAgain() {
      assertThat(POLICY.decide(asked, bankWantsCustomer(2), NOON)).isInstanceOf(Ignore.class);
    }

    @Test
    void ignoresAnOlderEvent() {
      assertThat(POLICY.decide(asked, paid(1), NOON)).isInstanceOf(Ignore.class);
    }

    @Test
    void doesNotAskTwiceForTheSameCard() {
      var decision = POLICY.decide(asked, bankWantsCustomer(3), NOON);

      assertThat(decision).isEqualTo(new Note(asked.heard(3)));
    }

    @Test
    void asksAgainWhenSomethingElseIsNeeded() {
      assertThat(POLICY.decide(asked, newCardNeeded(3), NOON))
          .asInstanceOf(type(Ask.class))
          .extracting(ask -> ask.prompt().id().occasion().episode())
          .isEqualTo(3L);
    }

    @Test
    void asksAgainWhenAnotherCardIsConcerned() {
      var otherCard =
          new CustomerNeeded(
              ORDER,
              3,
              PromptKind.AUTHENTICATE,
              Examples.charge(new Money(1200, "jpy"), "pm_other"));

      assertThat(POLICY.decide(asked, otherCard, NOON)).isInstanceOf(Ask.class);
    }

    @Test
    void fallsSilentWhenPaid() {
      assertThat(POLICY.decide(asked, paid(3), NOON))
          .isEqualTo(new Hush(new Silent(ORDER, 3), "charge_succeeded", null));
    }
  }

  @Nested
  class WhenTheNeedIsOver {
    private final Conversation over = new Silent(ORDER, 3);

    @Test
    void anOlderNeedDoesNotComeBack() {
      assertThat(POLICY.decide(over, bankWantsCustomer(2), NOON)).isInstanceOf(Ignore.class);
    }

    @Test
    void aNewerNeedOpensANewEpisode() {
      assertThat(POLICY.decide(over, bankWantsCustomer(4), NOON))
          .asInstanceOf(type(Ask.class))
          .extracting(ask -> ask.prompt().id().occasion().episode())
          .isEqualTo(4L);
    }
  }

  @Nested
  class WhenItEnds {
    private final PromptPolicy tellsAll =
        new PromptPolicy(Set.of(PromptKind.RECEIPT, PromptKind.PAYMENT_FAILED));

    @Test
    void sendsAReceiptWhereWanted() {
      assertThat(noticeAfter(paid(3)).id().value()).isEqualTo("ord_17#3:0:email");
      assertThat(noticeAfter(paid(3)).kind()).isEqualTo(PromptKind.RECEIPT);
    }

    @Test
    void tellsOfAFailureWhereWanted() {
      assertThat(noticeAfter(failed(3)).kind()).isEqualTo(PromptKind.PAYMENT_FAILED);
    }

    private Prompt noticeAfter(ChargeNews news) {
      var hush = (Hush) tellsAll.decide(NOTHING_HEARD, news, NOON);
      return Objects.requireNonNull(hush.notice());
    }

    @Test
    void saysNothingOfACancellation() {
      assertThat(tellsAll.decide(NOTHING_HEARD, canceled(3), NOON))
          .isEqualTo(new Hush(new Silent(ORDER, 3), "charge_canceled", null));
    }
  }

  /**
   * Whatever order a charge's events arrive in, and however often, the last one has the last word.
   */
  @RepeatedTest(200)
  void theNewestEventDecidesInAnyOrder(RepetitionInfo repetition) {
    var arrivals = new ArrayList<ChargeNews>();
    List<ChargeNews> story = List.of(bankWantsCustomer(2), newCardNeeded(3), paid(4));
    story.forEach(news -> arrivals.addAll(List.of(news, news)));
    Collections.shuffle(arrivals, new Random(repetition.getCurrentRepetition()));

    var conversation = NOTHING_HEARD;
    for (var news : arrivals) {
      conversation = next(conversation, POLICY.decide(conversation, news, NOON));
    }

    assertThat(conversation).isEqualTo(new Silent(ORDER, 4));
  }

  private static Conversation next(Conversation known, PromptDecision decision) {
    return switch (decision) {
      case Ignore _ -> known;
      case Note(var next) -> next;
      case Ask(var next, _) -> next;
      case Hush(var next, _, _) -> next;
    };
  }
}

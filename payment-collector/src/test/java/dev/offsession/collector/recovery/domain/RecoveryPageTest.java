package dev.offsession.collector.recovery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.cards.DeclineText;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.links.domain.LinkPurpose;
import dev.offsession.collector.recovery.domain.PageView.Approval;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryPageTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final CardFace VISA = new CardFace("visa", "3184");
  private static final LastError WANTS_APPROVAL =
      new LastError("authentication_required", "authentication_required", "pm_1", VISA);
  private static final LastError NOT_APPROVED =
      new LastError("payment_intent_authentication_failure", null, "pm_1", VISA);
  private static final LastError REFUSED =
      new LastError("card_declined", "insufficient_funds", "pm_1", VISA);

  @Nested
  class AfterAnOffSessionRefusal {
    @Test
    void theSavedCardIsApprovedWithTheMethodOfTheLastError() {
      assertThat(decide(unpaid(WANTS_APPROVAL), open()))
          .isEqualTo(new PageView.Authenticate(new Approval.Confirm("pm_1"), VISA, false));
    }

    @Test
    void theDemandCountsInEitherField() {
      var onlyDeclineCode = new LastError("card_declined", "authentication_required", "pm_1", VISA);

      assertThat(decide(unpaid(onlyDeclineCode), open())).isInstanceOf(PageView.Authenticate.class);
    }

    @Test
    void aDeclineAsksForAnotherCardAndSaysWhatMayBeSaid() {
      assertThat(decide(unpaid(REFUSED), open()))
          .isEqualTo(new PageView.NewCard(DeclineText.INSUFFICIENT_FUNDS, VISA));
    }

    @Test
    void aDemandWithoutAKnownCardAsksForACard() {
      var nameless = new LastError("authentication_required", null, null, null);

      assertThat(decide(unpaid(nameless), open()))
          .isEqualTo(new PageView.NewCard(DeclineText.AUTHENTICATION, null));
    }

    @Test
    void aPaymentNeverTriedAsksForACard() {
      assertThat(decide(unpaid(null), open()))
          .isEqualTo(new PageView.NewCard(DeclineText.NONE, null));
    }
  }

  @Nested
  class AfterAFailedApproval {
    @Test
    void theSameCardMayBeTriedOnceMore() {
      assertThat(decide(unpaid(NOT_APPROVED), link(1, null)))
          .isEqualTo(new PageView.Authenticate(new Approval.Confirm("pm_1"), VISA, true));
    }

    @Test
    void twiceIsEnough() {
      assertThat(decide(unpaid(NOT_APPROVED), link(2, null)))
          .isEqualTo(new PageView.NewCard(DeclineText.AUTHENTICATION, VISA));
    }
  }

  @Nested
  class WhenTheCustomerIsInTheMiddle {
    @Test
    void anApprovalThatHasBegunGoesOn() {
      var intent = intent(IntentStatus.REQUIRES_ACTION, "pm_2", null);

      assertThat(decide(intent, open()))
          .isEqualTo(new PageView.Authenticate(new Approval.Continue(), VISA, false));
    }

    @Test
    void aMethodThatIsSetIsConfirmed() {
      var intent = intent(IntentStatus.REQUIRES_CONFIRMATION, "pm_2", null);

      assertThat(decide(intent, open()))
          .isEqualTo(new PageView.Authenticate(new Approval.Confirm("pm_2"), VISA, false));
    }
  }

  @Nested
  class WhenThePaymentHasEnded {
    @ParameterizedTest
    @EnumSource(LinkEnd.class)
    void paidIsPaidHoweverTheLinkStands(LinkEnd end) {
      var paid = intent(IntentStatus.SUCCEEDED, "pm_1", null);

      assertThat(decide(paid, link(0, end))).isEqualTo(new PageView.Succeeded(VISA));
      assertThat(RecoveryPage.decide(paid, link(0, end), NOW.plusSeconds(3600)))
          .isEqualTo(new PageView.Succeeded(VISA));
    }

    @Test
    void aCanceledPaymentSaysSoWithoutOurEvent() {
      assertThat(decide(intent(IntentStatus.CANCELED, null, null), open()))
          .isEqualTo(new PageView.Canceled());
    }

    @Test
    void aPaymentCanceledByItsDeadlineIsExpired() {
      assertThat(decide(intent(IntentStatus.CANCELED, null, null), link(0, LinkEnd.EXPIRED)))
          .isEqualTo(new PageView.Expired());
    }

    @Test
    void aPaymentThatWasGivenUpIsClosed() {
      assertThat(decide(intent(IntentStatus.CANCELED, null, REFUSED), link(0, LinkEnd.FAILED)))
          .isEqualTo(new PageView.Failed());
    }

    @Test
    void ourCancellationCountsBeforeStripesDoes() {
      assertThat(decide(unpaid(REFUSED), link(0, LinkEnd.CANCELED)))
          .isEqualTo(new PageView.Canceled());
    }

    @Test
    void ourPaidEventBeforeStripesWordMeansWait() {
      assertThat(decide(unpaid(REFUSED), link(0, LinkEnd.PAID)))
          .isEqualTo(new PageView.Processing());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = IntentStatus.class,
      names = {"PROCESSING", "REQUIRES_CAPTURE"})
  void waitsWhileStripeWorks(IntentStatus status) {
    assertThat(decide(intent(status, "pm_1", null), open())).isEqualTo(new PageView.Processing());
  }

  @Nested
  class WhenTheLinksTimeIsOver {
    @Test
    void anUnpaidPaymentCannotBePaidThroughIt() {
      assertThat(RecoveryPage.decide(unpaid(WANTS_APPROVAL), open(), NOW.plusSeconds(600)))
          .isEqualTo(new PageView.Expired());
    }

    @Test
    void theLastMillisecondStillCounts() {
      var justBefore = NOW.plusSeconds(600).minusMillis(1);

      assertThat(RecoveryPage.decide(unpaid(WANTS_APPROVAL), open(), justBefore))
          .isInstanceOf(PageView.Authenticate.class);
    }
  }

  @ParameterizedTest
  @EnumSource(IntentStatus.class)
  void hasAnAnswerForEveryStatusEndAndError(IntentStatus status) {
    for (var end : LinkEnd.values()) {
      for (var error : new LastError[] {WANTS_APPROVAL, NOT_APPROVED, REFUSED}) {
        assertThat(decide(intent(status, null, error), link(0, end))).isNotNull();
      }
    }
  }

  private static PageView decide(IntentSnapshot intent, Link link) {
    return RecoveryPage.decide(intent, link, NOW);
  }

  private static IntentSnapshot unpaid(@Nullable LastError error) {
    return new IntentSnapshot(
        "pi_1",
        IntentStatus.REQUIRES_PAYMENT_METHOD,
        new Money(1200, "jpy"),
        "cus_1",
        null,
        null,
        null,
        error);
  }

  private static IntentSnapshot intent(
      IntentStatus status, @Nullable String method, @Nullable LastError error) {
    return new IntentSnapshot(
        "pi_1", status, new Money(1200, "jpy"), "cus_1", null, method, VISA, error);
  }

  private static Link open() {
    return link(0, null);
  }

  private static Link link(int approvals, @Nullable LinkEnd end) {
    return new Link(
        "lnk_1",
        LinkPurpose.PAY,
        new CustomerReference("cust_1"),
        "req_1",
        "pi_1",
        null,
        null,
        NOW.minusSeconds(60),
        NOW.plusSeconds(600),
        approvals,
        end);
  }
}

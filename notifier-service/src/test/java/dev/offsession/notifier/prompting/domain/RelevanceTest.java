package dev.offsession.notifier.prompting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.ChargeLookup.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RelevanceTest {
  @ParameterizedTest(name = "{0} while the charge is {1}: {2}")
  @CsvSource({
    "AUTHENTICATE,       SUCCEEDED,  charge_succeeded",
    "AUTHENTICATE,       PROCESSING, charge_processing",
    "NEW_PAYMENT_METHOD, CANCELED,   charge_canceled",
    "FRESH_LINK,         EXPIRED,    charge_expired",
    "RECEIPT,            SUCCEEDED,  -",
    "RECEIPT,            FAILED,     charge_failed",
    "PAYMENT_FAILED,     FAILED,     -",
    "PAYMENT_FAILED,     EXPIRED,    -",
    "PAYMENT_FAILED,     SUCCEEDED,  charge_succeeded",
  })
  void onlyWhatIsStillTrueIsSaid(PromptKind kind, String state, String reason) {
    var objection = Relevance.objection(kind, new Answer.NeedsNobody(state));

    if (reason.equals("-")) {
      assertThat(objection).isEmpty();
    } else {
      assertThat(objection).contains(new DeliveryResult.NotNeeded(reason));
    }
  }

  @ParameterizedTest(name = "{0} while {1} is needed: {2}")
  @CsvSource({
    "AUTHENTICATE,       AUTHENTICATE,       true",
    "AUTHENTICATE,       NEW_PAYMENT_METHOD, false",
    "NEW_PAYMENT_METHOD, NEW_PAYMENT_METHOD, true",
    "NEW_PAYMENT_METHOD, AUTHENTICATE,       false",
    "FRESH_LINK,         AUTHENTICATE,       true",
    "FRESH_LINK,         NEW_PAYMENT_METHOD, true",
    "RECEIPT,            AUTHENTICATE,       false",
    "PAYMENT_FAILED,     NEW_PAYMENT_METHOD, false",
  })
  void onlyWhatIsStillNeededIsAskedFor(PromptKind kind, PromptKind need, boolean goesOut) {
    assertThat(Relevance.objection(kind, new Answer.Needs(need)).isEmpty()).isEqualTo(goesOut);
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnAnswerNothingIsSaid(PromptKind kind) {
    assertThat(Relevance.objection(kind, new Answer.Unavailable("worker_500")))
        .contains(new DeliveryResult.NotReady("worker_500"));
    assertThat(Relevance.objection(kind, new Answer.Unknown()))
        .contains(new DeliveryResult.Refused("charge_unknown"));
  }
}

package dev.offsession.collector.capture.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.collector.capture.domain.SetupSnapshot.Status;
import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.cards.DeclineText;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.links.domain.LinkPurpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapturePageTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final CardFace VISA = new CardFace("visa", "4242");

  @Test
  void startsWithAnEmptyForm() {
    assertThat(CapturePage.decide(null, link(null), NOW))
        .isEqualTo(new CaptureView.Ready(DeclineText.NONE));
  }

  @ParameterizedTest
  @CsvSource({"card_declined,lost_card,GENERIC", "expired_card,,CARD_DETAILS"})
  void saysWhyTheLastCardWasNotTaken(String code, @Nullable String decline, DeclineText text) {
    var setup = setup(Status.REQUIRES_PAYMENT_METHOD, code, decline);

    assertThat(CapturePage.decide(setup, link(null), NOW)).isEqualTo(new CaptureView.Ready(text));
  }

  @Test
  void waitsWhileStripeWorks() {
    assertThat(CapturePage.decide(setup(Status.PROCESSING, null, null), link(null), NOW))
        .isEqualTo(new CaptureView.Working());
  }

  @Test
  void startsAnewAfterACanceledSetup() {
    assertThat(CapturePage.decide(setup(Status.CANCELED, null, null), link(null), NOW))
        .isEqualTo(new CaptureView.Ready(DeclineText.NONE));
  }

  @Test
  void aSavedCardStaysSavedAfterTheLinkHasEnded() {
    var saved = setup(Status.SUCCEEDED, null, null);

    assertThat(CapturePage.decide(saved, link(LinkEnd.PAID), NOW.plusSeconds(3600)))
        .isEqualTo(new CaptureView.Saved(VISA));
  }

  @Test
  void anEndedLinkTakesNoCard() {
    assertThat(CapturePage.decide(null, link(LinkEnd.CANCELED), NOW))
        .isEqualTo(new CaptureView.Expired());
    assertThat(CapturePage.decide(null, link(null), NOW.plusSeconds(600)))
        .isEqualTo(new CaptureView.Expired());
  }

  private static SetupSnapshot setup(
      Status status, @Nullable String code, @Nullable String decline) {
    return new SetupSnapshot("seti_1", status, "cus_1", VISA, code, decline);
  }

  private static Link link(@Nullable LinkEnd end) {
    return new Link(
        "lnk_1",
        LinkPurpose.SETUP,
        new CustomerReference("cust_1"),
        null,
        null,
        null,
        null,
        NOW.minusSeconds(60),
        NOW.plusSeconds(600),
        0,
        end);
  }
}

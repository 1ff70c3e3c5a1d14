package dev.offsession.notifier.prompting.http;

import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static dev.offsession.notifier.prompting.domain.Examples.withoutSavedCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.offsession.notifier.prompting.domain.CustomerLinks.Answer;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.PushSubscription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentCollectorClientTest {
  private static final String ISSUED =
      """
      {"link_id":"lnk_1","url":"https://pay.example/pay/abc","expires_at":"2026-11-30T12:00:00Z",
       "contact":{"email":"hanako@example.com","name":null,"locale":"ja-JP","time_zone":"%s"}}
      """;

  private final ScriptedServer server = new ScriptedServer();
  private final PaymentCollectorClient collector =
      new PaymentCollectorClient(
          new ServiceClients(Duration.ofSeconds(1), Duration.ofSeconds(2))
              .client(server.url(), "internal_key"));

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void asksForALinkToThePayment() {
    server.answer(201, ISSUED.formatted("Asia/Tokyo"));

    collector.issueFor(aPrompt());

    assertThat(server.onlyRequest().authorization()).isEqualTo("Bearer internal_key");
    assertThat(server.onlyRequest().body())
        .contains(
            "\"purpose\":\"pay\"",
            "\"request_id\":\"ord_17\"",
            "\"customer_reference\":\"cust_42\"",
            "\"payment_intent_id\":\"pi_1\"",
            "\"expires_at\":\"2026-11-30T09:00:00Z\"");
  }

  @Test
  void asksForALinkToTheCapturePageWhenThereIsNoPaymentYet() {
    server.answer(201, ISSUED.formatted("Asia/Tokyo"));

    collector.issueFor(aPrompt(PromptKind.NEW_PAYMENT_METHOD, withoutSavedCard()));

    assertThat(server.onlyRequest().body())
        .contains("\"purpose\":\"setup\"", "\"payment_intent_id\":null");
  }

  @Test
  void readsLinkAndContact() {
    server.answer(201, ISSUED.formatted("Asia/Tokyo"));

    assertThat(collector.issueFor(aPrompt()))
        .asInstanceOf(type(Answer.Issued.class))
        .satisfies(issued -> {
          assertThat(issued.link().url()).hasToString("https://pay.example/pay/abc");
          assertThat(issued.link().expiresAt()).isEqualTo(Instant.parse("2026-11-30T12:00:00Z"));
          assertThat(issued.contact().email()).isEqualTo("hanako@example.com");
          assertThat(issued.contact().name()).isNull();
          assertThat(issued.contact().locale()).isEqualTo(Locale.JAPAN);
          assertThat(issued.contact().timeZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        });
  }

  @Test
  void readsHowTheCustomerWantsToBeReached() {
    server.answer(
        201,
        """
        {"url":"https://pay.example/pay/abc","expires_at":"2026-11-30T12:00:00Z",
         "contact":{"email":"a@example.com","reminders_muted":true},
         "push_subscriptions":[
           {"id":"psub_1","endpoint":"https://push.example/1","p256dh":"BKey","auth":"s3cret"},
           {"id":"psub_2","endpoint":"https://push.example/2"}],
         "on_page":true,
         "preferences_url":"https://pay.example/preferences/xyz"}
        """);

    assertThat(collector.issueFor(aPrompt()))
        .asInstanceOf(type(Answer.Issued.class))
        .satisfies(issued -> {
          assertThat(issued.onPage()).isTrue();
          assertThat(issued.contact().remindersMuted()).isTrue();
          assertThat(issued.contact().preferences())
              .hasToString("https://pay.example/preferences/xyz");
          assertThat(issued.contact().pushSubscriptions())
              .as("a device without keys cannot be written to")
              .containsExactly(
                  new PushSubscription("psub_1", "https://push.example/1", "BKey", "s3cret"));
          assertThat(issued.toString()).doesNotContain("push.example", "s3cret", "xyz");
        });
  }

  @Test
  void toleratesACollectorThatKnowsNothingOfPushYet() {
    server.answer(201, ISSUED.formatted("Asia/Tokyo"));

    assertThat(collector.issueFor(aPrompt()))
        .asInstanceOf(type(Answer.Issued.class))
        .satisfies(issued -> {
          assertThat(issued.onPage()).isFalse();
          assertThat(issued.contact().remindersMuted()).isFalse();
          assertThat(issued.contact().preferences()).isNull();
          assertThat(issued.contact().pushSubscriptions()).isEmpty();
        });
  }

  @Test
  void leavesOutAPreferencesPageThatIsNone() {
    server.answer(
        201,
        """
        {"url":"https://pay.example/pay/abc","expires_at":"2026-11-30T12:00:00Z",
         "contact":{"email":"a@example.com"},"preferences_url":"javascript:alert(1)"}
        """);

    assertThat(collector.issueFor(aPrompt()))
        .asInstanceOf(type(Answer.Issued.class))
        .extracting(issued -> issued.contact().preferences())
        .isNull();
  }

  @Test
  void forgetsADevice() {
    server.answer(204, "");

    collector.remove("cust/42", "psub_1");

    assertThat(server.onlyRequest().method()).isEqualTo("DELETE");
    assertThat(server.onlyRequest().rawPath())
        .isEqualTo("/internal/v1/customers/cust%2F42/push-subscriptions/psub_1");
    assertThat(server.onlyRequest().authorization()).isEqualTo("Bearer internal_key");
  }

  @Test
  void doesNotMindThatADeviceCannotBeForgottenNow() {
    server.answer(503, "");

    assertThatCode(() -> collector.remove("cust_42", "psub_1")).doesNotThrowAnyException();
  }

  @Test
  void neverShowsTheAddressOrTheLinkWhenPrinted() {
    server.answer(201, ISSUED.formatted("Asia/Tokyo"));

    assertThat(collector.issueFor(aPrompt()).toString())
        .doesNotContain("hanako")
        .doesNotContain("abc");
  }

  @Test
  void fallsBackToUtcForAnUnknownTimeZone() {
    server.answer(201, ISSUED.formatted("Mars/Olympus"));

    assertThat(collector.issueFor(aPrompt()))
        .asInstanceOf(type(Answer.Issued.class))
        .extracting(issued -> issued.contact().timeZone())
        .isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void knowsThatTheCustomerIsUnknown() {
    server.answer(404, "{\"title\":\"Not found\"}");

    assertThat(collector.issueFor(aPrompt())).isEqualTo(new Answer.CustomerUnknown());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 409, 500, 503})
  void takesARefusalAsNoAnswer(int status) {
    server.answer(status, "{\"detail\":\"hanako@example.com\"}");

    assertThat(collector.issueFor(aPrompt()))
        .isEqualTo(new Answer.Unavailable("collector_" + status));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"url\":\"javascript:alert(1)\",\"expires_at\":\"2026-11-30T12:00:00Z\",\"contact\":{\"email\":\"a@example.com\"}}",
        "{\"url\":\"https://pay.example/x\",\"expires_at\":\"soon\",\"contact\":{\"email\":\"a@example.com\"}}",
        "{\"url\":\"https://pay.example/x\",\"expires_at\":\"2026-11-30T12:00:00Z\",\"contact\":{}}"
      })
  void takesNonsenseAsNoAnswer(String body) {
    server.answer(201, body);

    assertThat(collector.issueFor(aPrompt()))
        .isEqualTo(new Answer.Unavailable("collector_answer_unreadable"));
  }

  @Test
  void takesSilenceAsNoAnswer() {
    server.close();

    assertThat(collector.issueFor(aPrompt()))
        .isEqualTo(new Answer.Unavailable("collector_unreachable"));
  }
}

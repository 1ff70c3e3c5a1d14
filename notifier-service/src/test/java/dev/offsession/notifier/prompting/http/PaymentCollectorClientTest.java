package dev.offsession.notifier.prompting.http;

import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static dev.offsession.notifier.prompting.domain.Examples.withoutSavedCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.offsession.notifier.prompting.domain.CustomerLinks.Answer;
import dev.offsession.notifier.prompting.domain.PromptKind;
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

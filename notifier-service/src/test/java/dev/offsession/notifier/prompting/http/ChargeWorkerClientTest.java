package dev.offsession.notifier.prompting.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.ChargeLookup.Answer;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.RequestId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeWorkerClientTest {
  private final ScriptedServer server = new ScriptedServer();
  private final ChargeWorkerClient worker =
      new ChargeWorkerClient(
          new ServiceClients(Duration.ofSeconds(1), Duration.ofSeconds(2))
              .client(server.url(), "merchant_key"));

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void asksForTheChargeWithTheMerchantsKey() {
    worker.stateOf(new RequestId("ord 17/日本?a=b"));

    assertThat(server.onlyRequest().rawPath())
        .isEqualTo("/v1/charges/ord%2017%2F%E6%97%A5%E6%9C%AC%3Fa%3Db");
    assertThat(server.onlyRequest().authorization()).isEqualTo("Bearer merchant_key");
  }

  @Test
  void readsThatTheBankWantsTheCustomer() {
    server.answer(200, "{\"state\":\"AUTHENTICATION_REQUIRED\",\"attempt\":1,\"history\":[]}");

    assertThat(state()).isEqualTo(new Answer.Needs(PromptKind.AUTHENTICATE));
  }

  @Test
  void readsThatAnotherCardIsNeeded() {
    server.answer(200, "{\"state\":\"PAYMENT_METHOD_REQUIRED\"}");

    assertThat(state()).isEqualTo(new Answer.Needs(PromptKind.NEW_PAYMENT_METHOD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUCCEEDED", "CANCELED", "RETRY_SCHEDULED", "A_STATE_NEWER_THAN_US"})
  void readsEveryOtherStateAsOneThatNeedsNobody(String state) {
    server.answer(200, "{\"state\":\"%s\"}".formatted(state));

    assertThat(state()).isEqualTo(new Answer.NeedsNobody(state));
  }

  /** charge-worker asks for another card once, and goes back to waiting for it without a word. */
  @ParameterizedTest
  @ValueSource(strings = {"CREATED", "CONFIRMING"})
  void looksAgainWhenTheOldCardIsJustTriedOnceMore(String state) {
    server.answer(200, "{\"state\":\"%s\"}".formatted(state));

    assertThat(state()).isEqualTo(new Answer.Unavailable("charge_confirming"));
  }

  @Test
  void doesNotKnowACharge() {
    server.answer(404, "{\"title\":\"Not found\"}");

    assertThat(state()).isEqualTo(new Answer.Unknown());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429, 500, 503})
  void takesARefusalAsNoAnswer(int status) {
    server.answer(status, "");

    assertThat(state()).isEqualTo(new Answer.Unavailable("worker_" + status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"state\":null}", "{\"state\":\"<b>\"}"})
  void takesNonsenseAsNoAnswer(String body) {
    server.answer(200, body);

    assertThat(state()).isEqualTo(new Answer.Unavailable("worker_answer_unreadable"));
  }

  @Test
  void takesBrokenJsonAsNoAnswer() {
    server.answer(200, "{\"state\":");

    assertThat(state()).isInstanceOf(Answer.Unavailable.class);
  }

  @Test
  void takesSilenceAsNoAnswer() {
    server.close();

    assertThat(state()).isEqualTo(new Answer.Unavailable("worker_unreachable"));
  }

  private Answer state() {
    return worker.stateOf(new RequestId("ord_17"));
  }
}

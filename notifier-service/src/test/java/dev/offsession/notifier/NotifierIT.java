package dev.offsession.notifier;

import static dev.offsession.notifier.prompting.kafka.ChargeEvents.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.notifier.prompting.http.ScriptedServer;
import dev.offsession.notifier.prompting.push.VapidKeys;
import dev.offsession.parts.SharedParts;
import dev.offsession.parts.push.PushService;
import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.kafka.OutgoingEvent;
import dev.offsession.platform.provisioning.ProvisionCommand;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.PromptChannel;
import dev.offsession.schemas.PromptEvent;
import dev.offsession.schemas.PromptKind;
import dev.offsession.schemas.PromptOutcome;
import dev.offsession.schemas.topics.Topic;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;

/** The service as a whole: real broker, registry and mail server, MongoDB stand-in, HTTP peers. */
@ExtendWith(OutputCaptureExtension.class)
class NotifierIT {
  private static final String MAIL_ADDRESS = "hanako.notifier.it@example.com";
  private static final String CUSTOMER = customer("");
  private static final VapidKeys KEYS = VapidKeys.generate();
  private static final String WAITING_FOR_APPROVAL = "{\"state\":\"AUTHENTICATION_REQUIRED\"}";

  private static final ScriptedServer collector = new ScriptedServer();
  private static final ScriptedServer worker = new ScriptedServer();
  private static final PushService.Running pushService = PushService.start();
  private static GreenMail mailServer = mailServer(0);
  private static ConfigurableApplicationContext service;
  private static PromptEvents promptEvents;

  private final String order = "ord_" + UUID.randomUUID();

  @BeforeAll
  static void startService() {
    mailServer.start();
    ProvisionCommand.main(parts().toArray(String[]::new));
    var settings = new ArrayList<>(parts());
    settings.addAll(
        List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--offsession.mongodb.uri=" + SharedParts.mongo().uri(),
            "--offsession.mongodb.database=notifier_" + UUID.randomUUID(),
            "--offsession.api-key=merchant_key",
            "--offsession.internal-api-key=internal_key",
            "--offsession.payment-collector.url=" + collector.url(),
            "--offsession.charge-worker.url=" + worker.url(),
            "--offsession.smtp.host=127.0.0.1",
            "--offsession.smtp.port=" + mailServer.getSmtp().getPort(),
            "--offsession.smtp.starttls=false",
            "--offsession.mail.from=pay@momiji.example",
            "--offsession.merchant.name=もみじ書店",
            "--offsession.merchant.support-contact=help@momiji.example",
            "--offsession.prompting.first-pause=200ms",
            // push services on this machine, at any hour
            "--spring.profiles.active=dev",
            "--offsession.push.vapid-public-key=" + KEYS.publicText(),
            "--offsession.push.vapid-private-key=" + KEYS.privateText(),
            "--offsession.push.subject=mailto:ops@momiji.example",
            "--offsession.prompting.not-ready-pause=200ms",
            "--offsession.prompting.poll-interval=100ms",
            "--management.endpoint.health.show-details=always",
            // it says every address it delivers to
            "--logging.level.com.icegreen=OFF"));
    service = SpringApplication.run(NotifierApplication.class, settings.toArray(String[]::new));
    promptEvents =
        new PromptEvents(
            SharedParts.kafka().bootstrapServers(), SharedParts.registry().ccompatUrl());
  }

  private static List<String> parts() {
    return List.of(
        "--offsession.kafka.bootstrap-servers=" + SharedParts.kafka().bootstrapServers(),
        "--offsession.schema-registry.url=" + SharedParts.registry().ccompatUrl());
  }

  @AfterAll
  static void stopService() {
    promptEvents.close();
    service.close();
    mailServer.stop();
    collector.close();
    worker.close();
    pushService.close();
  }

  @BeforeEach
  void everybodyIsWell() throws Exception {
    collector.answer(201, CUSTOMER);
    worker.answer(200, WAITING_FOR_APPROVAL);
    mailServer.purgeEmailFromAllMailboxes();
  }

  @Test
  void theSameNeedPublishedFiveTimesBecomesOneMail() throws Exception {
    for (int i = 0; i < 5; i++) {
      publish(2, ChargeEventType.AUTHENTICATION_REQUIRED);
    }

    assertThat(outcome().getOutcome()).isEqualTo(PromptOutcome.SENT);
    publish(3, ChargeEventType.SUCCEEDED);
    untilHeardUpTo(3);
    assertThat(mails()).hasSize(1);
    assertThat(mails().getFirst().getSubject()).isEqualTo("【もみじ書店】お支払い(1,200円)の確認をお願いします");
    assertThat(promptEvents.of(order))
        .as("beside it, at most a reminder that was called off")
        .filteredOn(event -> event.getOutcome() != PromptOutcome.SUPPRESSED)
        .hasSize(1);
  }

  @Test
  void aChargePaidBeforeTheMailLeavesGetsNone() {
    worker.answer(200, "{\"state\":\"SUCCEEDED\"}");

    publish(2, ChargeEventType.AUTHENTICATION_REQUIRED);

    assertThat(outcome().getOutcome()).isEqualTo(PromptOutcome.SUPPRESSED);
    assertThat(outcome().getReason()).isEqualTo("charge_succeeded");
    assertThat(mails()).isEmpty();
  }

  @Test
  void aPaymentHeardOfWhileTheCollectorIsDownSilencesTheMail() {
    collector.answer(503, "");
    publish(2, ChargeEventType.AUTHENTICATION_REQUIRED);
    publish(3, ChargeEventType.SUCCEEDED);

    assertThat(outcome().getOutcome()).isEqualTo(PromptOutcome.SUPPRESSED);
    assertThat(mails()).isEmpty();
  }

  @Test
  void withoutCollectorOrWorkerTheMailComesLater() {
    collector.answer(503, "");
    worker.answer(500, "");
    publish(2, ChargeEventType.AUTHENTICATION_REQUIRED);
    untilHeardUpTo(2);

    collector.answer(201, CUSTOMER);
    await().during(Duration.ofMillis(600)).untilAsserted(() -> assertThat(mails()).isEmpty());
    worker.answer(200, WAITING_FOR_APPROVAL);

    assertThat(outcome().getOutcome()).isEqualTo(PromptOutcome.SENT);
    assertThat(mails()).hasSize(1);
  }

  @Test
  void withoutMailServerTheMailComesLater() {
    var port = mailServer.getSmtp().getPort();
    mailServer.stop();
    publish(2, ChargeEventType.AUTHENTICATION_REQUIRED);
    untilHeardUpTo(2);
    await().during(Duration.ofMillis(600)).until(() -> promptEvents.of(order).isEmpty());

    mailServer = mailServer(port);
    mailServer.start();

    assertThat(outcome().getOutcome()).isEqualTo(PromptOutcome.SENT);
    assertThat(mails()).hasSize(1);
  }

  @Test
  void aCustomerWithADeviceGetsAPushAndNoMail() {
    collector.answer(201, customerWith(pushService.subscribe()));

    publish(2, ChargeEventType.AUTHENTICATION_REQUIRED);

    assertThat(outcome().getOutcome()).isEqualTo(PromptOutcome.SENT);
    assertThat(outcome().getChannel()).isEqualTo(PromptChannel.PUSH);
    assertThat(pushService.service().received().getLast().payload())
        .contains("https://pay.example/pay/s3cret-token", "カード会社");
    assertThat(mails()).isEmpty();
  }

  @Test
  void aDeviceThatIsGoneIsForgottenAndTheMailComesAtOnce() {
    var device = pushService.subscribe();
    pushService.service().expire(device.id());
    collector.answer(201, customerWith(device));

    publish(2, ChargeEventType.AUTHENTICATION_REQUIRED);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(promptEvents.of(order))
                .extracting(PromptEvent::getPromptId, PromptEvent::getOutcome)
                .containsExactly(
                    tuple(order + "#2:0:push", PromptOutcome.FAILED),
                    tuple(order + "#2:0:email", PromptOutcome.SENT)));
    assertThat(mails()).hasSize(1);
    assertThat(collector.requestLines())
        .contains("DELETE /internal/v1/customers/cust_42/push-subscriptions/" + device.id());
  }

  @Test
  void anErasedCustomerIsNotWrittenTo() {
    collector.answer(404, "{\"code\":\"customer_unknown\"}");

    publish(2, ChargeEventType.AUTHENTICATION_REQUIRED);

    assertThat(outcome().getOutcome()).isEqualTo(PromptOutcome.SUPPRESSED);
    assertThat(outcome().getReason()).isEqualTo("customer_unknown");
    assertThat(mails()).isEmpty();
  }

  @Test
  void aCustomerWhoseLinkExpiredGetsAFreshOneOnceInAWhile() throws Exception {
    publish(2, ChargeEventType.AUTHENTICATION_REQUIRED);
    assertThat(outcome().getOutcome()).isEqualTo(PromptOutcome.SENT);
    untilHeardUpTo(2);

    assertThat(askForFreshLink(order, "internal_key")).isEqualTo(202);
    assertThat(askForFreshLink(order, "internal_key")).isEqualTo(202);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(promptEvents.of(order))
                .extracting(PromptEvent::getPromptId, PromptEvent::getKind)
                .containsExactly(
                    tuple(order + "#2:0:email", PromptKind.AUTHENTICATE),
                    tuple(order + "#2.1:0:email", PromptKind.FRESH_LINK)));
    assertThat(mails()).hasSize(2);
    assertThat(mails().getLast().getSubject()).isEqualTo("【もみじ書店】お支払い(1,200円)の新しいリンクのご案内");
  }

  @Test
  void whoAsksForAFreshLinkLearnsNothing() throws Exception {
    assertThat(askForFreshLink("ord_unknown", "internal_key")).isEqualTo(202);
    assertThat(askForFreshLink("%2e%2e%2fx", "internal_key")).isEqualTo(202);
    assertThat(askForFreshLink("x".repeat(201), "internal_key")).isEqualTo(400);
    assertThat(askForFreshLink("x%0Ay", "internal_key")).isEqualTo(400);
    assertThat(askForFreshLink(order, "merchant_key")).isEqualTo(401);
    assertThat(mails()).isEmpty();
  }

  @Test
  void neitherDatabaseNorLogNorTopicKnowsAddressNameLinkOrDevice(CapturedOutput output) {
    var device = pushService.subscribe();
    pushService.service().expire(device.id());
    collector.answer(201, customerWith(device));
    publish(2, ChargeEventType.AUTHENTICATION_REQUIRED);

    await().atMost(Duration.ofSeconds(30)).until(() -> promptEvents.of(order).size() == 2);
    var stored = everythingStored();
    assertThat(stored).contains(order);
    assertThat(stored + output.getAll() + promptEvents.of(order))
        .doesNotContain(MAIL_ADDRESS)
        .doesNotContain("花子")
        .doesNotContain("s3cret-token")
        .doesNotContain("pr3ferences-token")
        .doesNotContain(device.endpoint().toString(), device.p256dh(), device.auth())
        .doesNotContain("Asia/Tokyo")
        .doesNotContain(KEYS.privateText())
        .doesNotContain("merchant_key")
        .doesNotContain("internal_key");
  }

  @Test
  void saysThatItIsWell() throws Exception {
    var port = service.getEnvironment().getProperty("local.server.port");
    var health = URI.create("http://127.0.0.1:" + port + "/actuator/health");

    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  private static String customer(String subscriptions) {
    return """
    {"link_id":"lnk_1","url":"https://pay.example/pay/s3cret-token","expires_at":"2036-11-30T12:00:00Z",
     "contact":{"email":"%s","name":"山田 花子","locale":"ja","time_zone":"Asia/Tokyo",
       "reminders_muted":false},
     "push_subscriptions":[%s],"on_page":false,
     "preferences_url":"https://pay.example/preferences/pr3ferences-token"}
    """
        .formatted(MAIL_ADDRESS, subscriptions);
  }

  private static String customerWith(PushService.Subscription device) {
    return customer(
        "{\"id\":\"%s\",\"endpoint\":\"%s\",\"p256dh\":\"%s\",\"auth\":\"%s\"}"
            .formatted(device.id(), device.endpoint(), device.p256dh(), device.auth()));
  }

  private static int askForFreshLink(String rawId, String key) throws Exception {
    var port = service.getEnvironment().getProperty("local.server.port");
    var page =
        URI.create("http://127.0.0.1:" + port + "/internal/v1/charges/" + rawId + "/fresh-link");
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(page)
              .header("Authorization", "Bearer " + key)
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }

  private void publish(long sequence, ChargeEventType type) {
    ChargeEvent event = anEvent(order, sequence, type).build();
    service
        .getBean(EventPublisher.class)
        .publish(
            new OutgoingEvent(
                Topic.CHARGE_EVENTS,
                order,
                event,
                event.getEventId(),
                "dev.offsession.charge." + type,
                "/test",
                event.getOccurredAt()))
        .join();
  }

  private PromptEvent outcome() {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> promptEvents.of(order), found -> !found.isEmpty())
        .getFirst();
  }

  private void untilHeardUpTo(long sequence) {
    var conversations = service.getBean(MongoDatabase.class).getCollection("conversations");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            Flux.from(conversations.find())
                .toStream()
                .anyMatch(found ->
                    order.equals(found.getString("_id"))
                        && found.getLong("heard_up_to") == sequence));
  }

  private static String everythingStored() {
    var database = service.getBean(MongoDatabase.class);
    return Flux.from(database.listCollectionNames())
        .flatMap(name -> Flux.from(database.getCollection(name).find()))
        .map(document -> document.toJson())
        .toStream()
        .collect(Collectors.joining("\n"));
  }

  private static List<MimeMessage> mails() {
    return Arrays.asList(mailServer.getReceivedMessages());
  }

  private static GreenMail mailServer(int port) {
    return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }
}

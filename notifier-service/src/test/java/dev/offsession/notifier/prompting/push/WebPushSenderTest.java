package dev.offsession.notifier.prompting.push;

import static dev.offsession.notifier.prompting.domain.Examples.ORDER;
import static dev.offsession.notifier.prompting.domain.Examples.aCharge;
import static dev.offsession.notifier.prompting.domain.Examples.aLink;
import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static dev.offsession.notifier.prompting.domain.Examples.aReminder;
import static dev.offsession.notifier.prompting.domain.Examples.brand;
import static dev.offsession.notifier.prompting.domain.Examples.customer;
import static dev.offsession.notifier.prompting.domain.Examples.withDevices;
import static dev.offsession.notifier.prompting.domain.Examples.withoutSavedCard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.PushSubscription;
import dev.offsession.notifier.prompting.domain.Tone;
import dev.offsession.notifier.prompting.words.Languages;
import dev.offsession.notifier.prompting.words.SafeText;
import dev.offsession.parts.push.PushService;
import dev.offsession.parts.push.ReceivedPush;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Against a push service that checks and decrypts as the standards say, by another implementation.
 */
class WebPushSenderTest {
  private static final VapidKeys KEYS = VapidKeys.generate();

  private final PushService.Running service = PushService.start();
  private final List<String> forgotten = new ArrayList<>();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void theDeviceReadsWhatItIsToShow() {
    assertThat(send(aPrompt(), subscribed(Locale.US))).isEqualTo(new DeliveryResult.Accepted());

    var shown = json(received().getFirst());
    assertThat(shown.propertyNames())
        .containsExactlyInAnyOrder("title", "body", "url", "tag", "lang");
    assertThat(shown.path("title").asString()).isEqualTo("Momiji Books");
    assertThat(shown.path("body").asString())
        .isEqualTo("Your bank asks you to confirm a payment. Tap to continue.");
    assertThat(shown.path("url").asString()).isEqualTo(link().url().toString());
    assertThat(shown.path("lang").asString()).isEqualTo("en");
  }

  @Test
  void theDeviceReadsJapanese() {
    send(aReminder(Tone.LAST_REMINDER), subscribed(Locale.JAPAN));

    assertThat(json(received().getFirst()).path("body").asString())
        .isEqualTo("お支払いの期限が近づいています。タップしてお手続きください。");
  }

  static Iterator<Prompt> everyPrompt() {
    return List.of(
            aPrompt(),
            aPrompt(PromptKind.NEW_PAYMENT_METHOD, aCharge()),
            aPrompt(PromptKind.NEW_PAYMENT_METHOD, withoutSavedCard()),
            aReminder(Tone.REMINDER),
            aReminder(Tone.LAST_REMINDER))
        .iterator();
  }

  @ParameterizedTest
  @MethodSource("everyPrompt")
  void aLockedScreenShowsNoAmountNoNameAndNothingOfThePurchase(Prompt prompt) {
    for (var locale : List.of(Locale.US, Locale.JAPAN)) {
      send(prompt, subscribed(locale));
    }

    assertThat(received())
        .hasSize(2)
        .allSatisfy(push ->
            assertThat(push.payload())
                .doesNotContain("1,200", "1200", "3184", "Visa", "Subscription")
                .doesNotContain("花子", "hanako", "cust_42", "ord_17", "pi_1", "pm_"));
  }

  @Test
  void isUrgentAndReplacesAnEarlierOneOfTheSameCharge() {
    var device = subscribed(Locale.US);
    send(aPrompt(), device);
    send(aReminder(Tone.REMINDER), device);

    assertThat(received()).extracting(ReceivedPush::urgency).containsOnly("high");
    assertThat(received().get(0).topic())
        .hasSize(32)
        .doesNotContain(ORDER.value())
        .isEqualTo(received().get(1).topic())
        .isEqualTo(json(received().get(0)).path("tag").asString());
  }

  @Test
  void isSignedWithTheKeyTheBrowserSubscribedTo() {
    send(aPrompt(), subscribed(Locale.US));

    assertThat(received().getFirst().key()).isEqualTo(KEYS.publicText());
  }

  @Test
  void diesWithTheDeadlineOrWithTheLink() {
    var withoutDeadline = aPrompt(PromptKind.NEW_PAYMENT_METHOD, withoutSavedCard());
    send(withoutDeadline, subscribed(Locale.US));
    assertThat(received().getLast().ttl()).as("a day at most").isBetween(86_300L, 86_400L);

    var soon = new CustomerLink(link().url(), Instant.now().plusSeconds(600));
    sender("X", false).send(withoutDeadline, subscribed(Locale.US), soon);
    assertThat(received().getLast().ttl()).isBetween(500L, 600L);

    send(
        aPrompt(PromptKind.AUTHENTICATE, dueAt(Instant.now().plusSeconds(60))),
        subscribed(Locale.US));
    assertThat(received().getLast().ttl()).isBetween(1L, 60L);
  }

  @Test
  void reachesEveryDevice() {
    var one = device(service.subscribe(), "psub_1");
    var two = device(service.subscribe(), "psub_2");

    send(aPrompt(), withDevices(customer(Locale.US), one, two));

    assertThat(received())
        .extracting(ReceivedPush::subscription)
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void forgetsADeviceThatIsGoneAndReachesTheOther() {
    var gone = service.subscribe();
    service.service().expire(gone.id());

    var result =
        send(
            aPrompt(),
            withDevices(
                customer(Locale.US),
                device(gone, "psub_gone"),
                device(service.subscribe(), "psub_2")));

    assertThat(result).isEqualTo(new DeliveryResult.Accepted());
    assertThat(forgotten).containsExactly("cust_42 psub_gone");
    assertThat(received()).hasSize(1);
  }

  @Test
  void failsWhenTheOnlyDeviceIsGone() {
    var gone = service.subscribe();
    service.service().expire(gone.id());

    var result = send(aPrompt(), withDevices(customer(Locale.US), device(gone, "psub_gone")));

    assertThat(result).isEqualTo(new DeliveryResult.Refused("push_gone"));
    assertThat(forgotten).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void comesLaterWhenTheServiceSaysSo(int status) {
    service.service().refuseWith(status);

    assertThat(send(aPrompt(), subscribed(Locale.US)))
        .isEqualTo(new DeliveryResult.Deferred("push_" + status));
    assertThat(forgotten).isEmpty();
  }

  @Test
  void comesLaterWhenTheServiceIsAway() {
    var device = subscribed(Locale.US);
    service.close();

    assertThat(send(aPrompt(), device)).isEqualTo(new DeliveryResult.Deferred("push_unreachable"));
  }

  @Test
  void sendsNothingToAnAddressThatIsNoPushService() {
    var device = subscribed(Locale.US);

    assertThat(sender("Momiji Books", false).send(aPrompt(), device, link()))
        .as("this machine is no push service outside the local stack")
        .isEqualTo(new DeliveryResult.Accepted());
    assertThat(strictSender().send(aPrompt(), device, link()))
        .isEqualTo(new DeliveryResult.Refused("push_endpoint_unknown"));
    assertThat(received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not base64!"})
  void aDeviceWithSpoiltKeysFailsAndDoesNotBlockTheRest(String key) {
    var good = service.subscribe();
    var spoilt =
        new PushSubscription("psub_x", service.subscribe().endpoint().toString(), key, key);

    assertThat(send(aPrompt(), withDevices(customer(Locale.US), spoilt)))
        .isEqualTo(new DeliveryResult.Refused("push_keys_invalid"));
    assertThat(send(aPrompt(), withDevices(customer(Locale.US), spoilt, device(good, "psub_1"))))
        .isEqualTo(new DeliveryResult.Accepted());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X\r\nTopic: mine",
        "X\u2028Y",
        "\",\"url\":\"https://evil.example/\",\"x\":\"",
        "\\\",\\\"url\\\":\\\"https://evil.example/",
        "<script>alert(1)</script>",
        "${7*7} [[${7*7}]] {0}",
        "\u202Egnitsop",
        "店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店店"
      })
  void aHostileNameOfTheShopIsATitleAndNothingElse(String shop) {
    var name = SafeText.oneLine(shop);

    sender(name, false).send(aPrompt(), subscribed(Locale.US), link());

    var shown = json(received().getFirst());
    assertThat(shown.path("title").asString()).isEqualTo(SafeText.shortened(name, 60));
    assertThat(shown.path("url").asString()).isEqualTo(link().url().toString());
    assertThat(shown.size()).isEqualTo(5);
    assertThat(received().getFirst().payload().length()).isLessThan(1000);
  }

  private DeliveryResult send(Prompt prompt, Contact contact) {
    return sender("Momiji Books", false).send(prompt, contact, link());
  }

  /** Good for a month from now, because the service looks at the real clock. */
  private static CustomerLink link() {
    return new CustomerLink(aLink().url(), Instant.now().plus(Duration.ofDays(30)));
  }

  private Contact subscribed(Locale locale) {
    return withDevices(customer(locale), device(service.subscribe(), "psub_1"));
  }

  private WebPushSender strictSender() {
    return sender("Momiji Books", true);
  }

  private WebPushSender sender(String shop, boolean strict) {
    var settings =
        new PushSettings(
            KEYS,
            "mailto:ops@momiji.example",
            new EndpointRules(List.of("fcm.googleapis.com"), !strict),
            Duration.ofHours(24),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5));
    return new WebPushSender(
        settings,
        brand(shop),
        Languages.all(),
        (customer, id) -> forgotten.add(customer + " " + id),
        Clock.systemUTC());
  }

  private static ChargeFacts dueAt(Instant deadline) {
    var charge = aCharge();
    return new ChargeFacts(
        charge.customerReference(),
        charge.paymentIntentId(),
        charge.amount(),
        charge.description(),
        charge.card(),
        null,
        charge.occurredAt(),
        deadline);
  }

  private static PushSubscription device(PushService.Subscription made, String id) {
    return new PushSubscription(id, made.endpoint().toString(), made.p256dh(), made.auth());
  }

  private List<ReceivedPush> received() {
    return service.service().received();
  }

  private static JsonNode json(ReceivedPush push) {
    return JsonMapper.shared().readTree(push.payload());
  }
}

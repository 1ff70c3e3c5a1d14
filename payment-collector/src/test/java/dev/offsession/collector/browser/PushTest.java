package dev.offsession.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Push messages in a real browser: the real service worker, a push service of our own. */
class PushTest {
  private static final int DELIVERIES_MAX = 30;
  private static final int BETWEEN_DELIVERIES_MILLIS = 500;

  /** Chromium without Google's push service: subscribes as it would, at an address of ours. */
  private static final String PUSH_SERVICE =
      """
      PushManager.prototype.subscribe = async function (options) {
        window.asked = options;
        const keys = { p256dh: '%s', auth: 'AAAAAAAAAAAAAAAAAAAAAA' };
        return { toJSON: () => ({ endpoint: 'http://127.0.0.1:9/push/browser', keys }) };
      };
      """
          .formatted(RunningCollector.VAPID_PUBLIC_KEY);

  private static final Path WORKER = Path.of("src/main/resources/static/push-worker.js");

  private final Browsers browsers = Browsers.shared();
  private final RunningCollector collector = RunningCollector.get();
  private final TestCustomer customer = TestCustomer.speaking("en");

  @Test
  void isOfferedAfterASavedCardAndAskedForByAClickOnly() {
    try (var visitor = browsers.visitor("en")) {
      visitor.page().addInitScript(PUSH_SERVICE + countingPermission());
      visitor.opens(customer.setupLink()).seesState("ready");
      assertThat(visitor.page().getByTestId("push-offer").count()).isZero();
      visitor.typesCard("4242424242424242").presses("#submit").seesState("saved").seesPushOffer();
      assertThat(visitor.page().evaluate("window.permissionAsked")).isEqualTo(0);

      visitor.presses("#push-on");

      visitor.page().getByText("Notifications are on").waitFor();
      assertThat(visitor.page().evaluate("window.permissionAsked")).isEqualTo(1);
      assertThat(visitor.page().evaluate("window.asked.userVisibleOnly")).isEqualTo(true);
      assertThat(visitor.page().evaluate("window.asked.applicationServerKey.length")).isEqualTo(65);
      visitor.hasNothingToComplainOf();
    }
    var told = customer.linkAnswer("req_1", customer.newPayment()).path("push_subscriptions");
    assertThat(told).hasSize(1);
    assertThat(told.get(0).path("endpoint").stringValue())
        .isEqualTo("http://127.0.0.1:9/push/browser");
  }

  private static String countingPermission() {
    return """
    window.permissionAsked = 0;
    const ask = Notification.requestPermission.bind(Notification);
    Notification.requestPermission = () => { window.permissionAsked += 1; return ask(); };
    """;
  }

  @Test
  void whoSaysNoIsToldThatMailComesInstead() {
    try (var visitor = browsers.visitor("en")) {
      visitor
          .page()
          .addInitScript("Notification.requestPermission = () => Promise.resolve('denied');");
      visitor.opens(customer.savedLink()).seesState("saved").seesPushOffer().presses("#push-on");

      visitor.page().getByText("We will e-mail you instead").waitFor();
    }
    assertThat(customer.linkAnswer("req_1", customer.newPayment()).path("push_subscriptions"))
        .isEmpty();
  }

  @Test
  void aMessageIsShownAndALaterOneOfTheSamePaymentReplacesIt() {
    try (var visitor = browsers.visitor("en")) {
      visitor.page().addInitScript(PUSH_SERVICE);
      var registration = new CopyOnWriteArrayList<String>();
      var browser = visitor.context().newCDPSession(visitor.page());
      listen(browser, registration);
      visitor.opens(customer.savedLink()).seesState("saved").seesPushOffer().presses("#push-on");
      visitor.page().getByText("Notifications are on").waitFor();
      visitor.page().waitForCondition(() -> !registration.isEmpty());
      visitor.page().waitForCondition(() -> "activated".equals(stateOfTheWorker(visitor.page())));

      deliverUntilShown(visitor.page(), browser, registration, "one", "Please confirm/one");
      deliver(browser, registration.getLast(), "one");
      deliverUntilShown(
          visitor.page(), browser, registration, "two", "Please confirm/one,Please confirm/two");
    }
  }

  @Test
  void aClickLeadsToOurOwnPagesAndNowhereElse() throws IOException {
    try (var visitor = browsers.visitor("en")) {
      var ours = "https://pay.shop.example/pay/token";

      assertThat(opened(visitor.page(), ours)).containsExactly(ours);
      assertThat(opened(visitor.page(), "/pay/token")).containsExactly(ours);
      assertThat(opened(visitor.page(), "https://evil.example/pay/token")).isEmpty();
      assertThat(opened(visitor.page(), "https://pay.shop.example@evil.example/")).isEmpty();
      assertThat(opened(visitor.page(), "javascript:alert(1)")).isEmpty();
      assertThat(opened(visitor.page(), "")).isEmpty();
    }
  }

  private static void listen(CDPSession browser, List<String> registration) {
    browser.on(
        "ServiceWorker.workerRegistrationUpdated",
        event -> {
          var all = event.getAsJsonArray("registrations");
          if (!all.isEmpty()) {
            registration.add(all.get(0).getAsJsonObject().get("registrationId").getAsString());
          }
        });
    browser.send("ServiceWorker.enable");
  }

  private void deliver(CDPSession browser, String registration, String tag) {
    var message = JsonMapper.builder().build().createObjectNode();
    message.put("title", "Please confirm").put("body", "One tap").put("url", "/pay/x");
    message.put("tag", tag).put("lang", "en");
    var call = new JsonObject();
    call.addProperty("origin", collector.url());
    call.addProperty("registrationId", registration);
    call.addProperty("data", message.toString());
    browser.send("ServiceWorker.deliverPushMessage", call);
  }

  /**
   * Chromium drops what it is to deliver to a worker that is not quite ready, and says nothing. A
   * message that comes more often than once replaces itself, or else the notes shown are too many.
   */
  private void deliverUntilShown(
      Page page, CDPSession browser, List<String> registration, String tag, String notes) {
    for (int i = 0; i < DELIVERIES_MAX && !shown(page).equals(notes); i++) {
      deliver(browser, registration.getLast(), tag);
      page.waitForTimeout(BETWEEN_DELIVERIES_MILLIS);
    }
    assertThat(shown(page)).isEqualTo(notes);
  }

  private static Object stateOfTheWorker(Page page) {
    return page.evaluate(
        "async () => (await navigator.serviceWorker.ready).active?.state ?? 'none'");
  }

  private static String shown(Page page) {
    return String.valueOf(
        page.evaluate(
            """
            async () => (await (await navigator.serviceWorker.ready).getNotifications())
              .map((note) => `${note.title}/${note.tag}`).sort().join()
            """));
  }

  /** What the worker's own code opens when a message with this address is clicked. */
  @SuppressWarnings("unchecked")
  private static List<String> opened(Page blank, String url) throws IOException {
    return (List<String>)
        blank.evaluate(
            """
            async ([source, url]) => {
              const on = {};
              const opened = [];
              const self = {
                addEventListener: (name, handler) => { on[name] = handler; },
                location: { origin: 'https://pay.shop.example' },
                clients: { matchAll: async () => [], openWindow: async (page) => { opened.push(page); } },
              };
              new Function('self', source)(self);
              let done = null;
              const notification = { close: () => {}, data: { url } };
              on.notificationclick({ notification, waitUntil: (work) => { done = work; } });
              await done;
              return opened;
            }
            """,
            List.of(Files.readString(WORKER), url));
  }
}

package dev.offsession.collector.security;

import dev.offsession.collector.support.RunningCollector;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * One way into the service, and how it is rightly called.
 *
 * @param name method, path and, where one path has two, the media type, as the service maps it
 * @param door who may come in
 * @param body a good body, or null
 * @param atHome the status its rightful caller gets
 * @param expired the status its rightful caller gets once the link's time has passed
 */
record Route(String name, Door door, @Nullable String body, int atHome, int expired) {
  private static final String SUBSCRIPTION =
      """
      {"endpoint":"https://fcm.googleapis.com/fcm/send/x","p256dh":"%s","auth":"AAAAAAAAAAAAAAAAAAAAAA"}
      """
          .formatted(RunningCollector.VAPID_PUBLIC_KEY);
  private static final String CARD = "{\"payment_method_id\":\"pm_ofsomebodyelse\"}";
  private static final String BEGIN = "{\"consent_version\":\"2026-12\",\"language\":\"en\"}";
  private static final String CUSTOMER =
      "{\"email\":\"a@b.example\",\"locale\":\"en\",\"time_zone\":\"UTC\"}";
  private static final String LINK =
      "{\"purpose\":\"setup\",\"customer_reference\":\"{reference}\"}";

  /** Who may come in. */
  enum Door {
    SETUP,
    SAVED,
    PAY,
    CARDS,
    PREFERENCES,
    MERCHANT,
    INTERNAL,
    EVERYBODY;

    boolean opensByLink() {
      return compareTo(MERCHANT) < 0;
    }
  }

  /** Every route there is. A route of the service that is missing here fails the build. */
  static final List<Route> ALL =
      List.of(
          new Route("GET /setup/{token}", Door.SETUP, null, 200, 410),
          new Route("GET /setup/{token}/status", Door.SETUP, null, 200, 200),
          new Route("POST /setup/{token}/begin", Door.SETUP, BEGIN, 200, 200),
          new Route("POST /setup/{token}/cards", Door.SAVED, null, 200, 404),
          new Route("POST /setup/{token}/push-subscriptions", Door.SAVED, SUBSCRIPTION, 204, 404),
          new Route("GET /pay/{token}", Door.PAY, null, 200, 410),
          new Route("GET /pay/{token}/status", Door.PAY, null, 200, 200),
          new Route("POST /pay/{token}/act", Door.PAY, "{\"choice\":\"saved_card\"}", 200, 200),
          new Route("POST /pay/{token}/presence", Door.PAY, null, 204, 204),
          new Route("POST /pay/{token}/fresh-link", Door.PAY, null, 202, 202),
          new Route("GET /cards/{token}", Door.CARDS, null, 200, 410),
          new Route("POST /cards/{token}/default", Door.CARDS, CARD, 404, 404),
          new Route("POST /cards/{token}/remove", Door.CARDS, CARD, 404, 404),
          new Route("POST /cards/{token}/add", Door.CARDS, null, 200, 404),
          new Route("GET /preferences/{token}", Door.PREFERENCES, null, 200, 410),
          new Route(
              "POST /preferences/{token} application/json",
              Door.PREFERENCES,
              "{\"reminders_muted\":true}",
              204,
              404),
          new Route(
              "POST /preferences/{token} application/x-www-form-urlencoded",
              Door.PREFERENCES,
              "List-Unsubscribe=One-Click",
              204,
              404),
          new Route("POST /preferences/{token}/push-off", Door.PREFERENCES, null, 204, 404),
          new Route("PUT /v1/customers/{reference}", Door.MERCHANT, CUSTOMER, 200, 0),
          new Route("DELETE /v1/customers/{reference}", Door.MERCHANT, null, 204, 0),
          new Route("GET /v1/customers/{reference}/payment-methods", Door.MERCHANT, null, 200, 0),
          new Route(
              "PUT /v1/customers/{reference}/default-payment-method", Door.MERCHANT, CARD, 404, 0),
          new Route(
              "DELETE /v1/customers/{reference}/payment-methods/{id}", Door.MERCHANT, null, 404, 0),
          new Route("POST /v1/customers/{reference}/capture-sessions", Door.MERCHANT, "{}", 201, 0),
          new Route(
              "POST /v1/customers/{reference}/recovery-sessions",
              Door.MERCHANT,
              "{\"payment_intent_id\":\"pi_ofsomebodyelse\"}",
              404,
              0),
          new Route("POST /v1/customers/{reference}/manage-sessions", Door.MERCHANT, "{}", 201, 0),
          new Route("POST /internal/v1/links", Door.INTERNAL, LINK, 201, 0),
          new Route(
              "DELETE /internal/v1/customers/{reference}/push-subscriptions/{id}",
              Door.INTERNAL,
              null,
              204,
              0),
          new Route("GET /app.webmanifest", Door.EVERYBODY, null, 200, 0));

  /** The names of all routes that the running service maps itself. */
  static Set<String> mapped(RequestMappingHandlerMapping mappings) {
    var names = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .forEach((info, method) -> {
          if (method.getBeanType().getName().startsWith("dev.offsession")) {
            var consumes = info.getConsumesCondition().getConsumableMediaTypes();
            for (var path : info.getPatternsCondition().getPatterns()) {
              for (var verb : info.getMethodsCondition().getMethods()) {
                var name = verb + " " + path.getPatternString();
                var twice = path.getPatternString().equals("/preferences/{token}");
                names.add(
                    twice && !consumes.isEmpty() ? name + " " + consumes.iterator().next() : name);
              }
            }
          }
        });
    return names;
  }

  String verb() {
    return name.substring(0, name.indexOf(' '));
  }

  String path() {
    return name.split(" ", -1)[1];
  }

  MediaType type() {
    return name.endsWith("form-urlencoded")
        ? MediaType.APPLICATION_FORM_URLENCODED
        : MediaType.APPLICATION_JSON;
  }

  /** Whether it shows a page; the others answer data. */
  boolean isPage() {
    return verb().equals("GET") && path().endsWith("{token}");
  }

  /** Whether only our own page may call it. */
  boolean isAct() {
    return door.opensByLink() && verb().equals("POST") && !name.endsWith("form-urlencoded");
  }

  @Override
  public String toString() {
    return name;
  }
}

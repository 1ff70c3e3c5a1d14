package dev.offsession.collector.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What notifier-service builds on. */
class NotifierContractTest {
  private static final String ENDPOINT = "https://fcm.googleapis.com/fcm/send/";
  private static final String AUTH = "AAAAAAAAAAAAAAAAAAAAAA";

  private final RunningCollector collector = RunningCollector.get();
  private final TestCustomer customer = TestCustomer.speaking("ja");
  private final String requestId = "req_" + UUID.randomUUID();
  private final String intent = customer.newPayment();

  @Test
  void aLinkComesWithAllThatAPromptNeeds() {
    var answer = customer.linkAnswer(requestId, intent);

    assertThat(answer.propertyNames())
        .containsExactlyInAnyOrder(
            "link_id",
            "url",
            "expires_at",
            "contact",
            "push_subscriptions",
            "on_page",
            "preferences_url");
    assertThat(answer.path("contact").propertyNames())
        .containsExactlyInAnyOrder("email", "name", "locale", "time_zone", "reminders_muted");
    assertThat(answer.path("contact").path("reminders_muted").booleanValue()).isFalse();
    assertThat(answer.path("on_page").booleanValue()).isFalse();
    assertThat(answer.path("push_subscriptions")).isEmpty();
    assertThat(answer.path("preferences_url").stringValue())
        .startsWith(collector.url() + "/preferences/");
  }

  @Test
  void anErasedCustomerGetsNoLink() {
    erase();

    collector
        .notifier()
        .post()
        .uri("/internal/v1/links")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            """
            {"purpose":"pay","request_id":"r","customer_reference":"%s","payment_intent_id":"%s"}
            """
                .formatted(customer.reference(), intent))
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("customer_unknown");
  }

  @Test
  void mutedRemindersAreToldAndCanBeWantedAgain() {
    var link = customer.preferencesLink();

    wish(link, true).expectStatus().isNoContent();
    assertThat(customer.linkAnswer(requestId, intent).at("/contact/reminders_muted").asBoolean())
        .isTrue();

    wish(link, false).expectStatus().isNoContent();
    assertThat(customer.linkAnswer(requestId, intent).at("/contact/reminders_muted").asBoolean())
        .isFalse();
  }

  @Nested
  class Presence {
    @Test
    void isToldForTheChargeWhoseLinkIsOpen() {
      var link = customer.payLink(requestId, intent);

      post(link + "/presence").expectStatus().isNoContent();

      assertThat(onPage(requestId)).isTrue();
      assertThat(onPage("req_" + UUID.randomUUID())).isFalse();
    }

    /** A mail scanner opens links; that is nobody in front of a page. */
    @Test
    void isNotToldForOpeningAlone() {
      var link = customer.payLink(requestId, intent);

      for (int i = 0; i < 10; i++) {
        collector.page().get().uri(link).exchange().expectStatus().isOk();
        collector.page().head().uri(link).exchange().expectStatus().isOk();
        collector.page().get().uri(link + "/status").exchange().expectStatus().isOk();
      }

      assertThat(onPage(requestId)).isFalse();
    }

    private boolean onPage(String request) {
      return customer.linkAnswer(request, intent).path("on_page").booleanValue();
    }
  }

  @Nested
  class PushSubscriptions {
    private final String saved = customer.savedLink();

    @Test
    void areToldAsTheBrowserGaveThem() {
      subscribe(ENDPOINT + "one").expectStatus().isNoContent();

      var told = customer.linkAnswer(requestId, intent).path("push_subscriptions");

      assertThat(told).hasSize(1);
      assertThat(told.get(0).path("endpoint").stringValue()).isEqualTo(ENDPOINT + "one");
      assertThat(told.get(0).path("p256dh").stringValue())
          .isEqualTo(RunningCollector.VAPID_PUBLIC_KEY);
      assertThat(told.get(0).path("auth").stringValue()).isEqualTo(AUTH);
      assertThat(told.get(0).path("id").stringValue()).startsWith("psh_");
    }

    @Test
    void ofTheSameBrowserAreOne() {
      subscribe(ENDPOINT + "one");
      subscribe(ENDPOINT + "one");
      subscribe(ENDPOINT + "two");

      assertThat(told()).isEqualTo(2);
    }

    @Test
    void areAtMostTenAndTheOldestGoes() {
      for (int i = 0; i < 12; i++) {
        subscribe(ENDPOINT + i);
      }

      var told = customer.linkAnswer(requestId, intent).path("push_subscriptions");

      assertThat(told).hasSize(10);
      assertThat(told.get(0).path("endpoint").stringValue()).isEqualTo(ENDPOINT + 2);
    }

    @Test
    void areForgottenWhenThePushServiceNoLongerKnowsThem() {
      subscribe(ENDPOINT + "one");
      var id = customer.linkAnswer(requestId, intent).at("/push_subscriptions/0/id").stringValue();

      forget(id).expectStatus().isNoContent();
      forget(id).expectStatus().isNoContent();
      forget("nonsense").expectStatus().isNoContent();

      assertThat(told()).isZero();
    }

    @Test
    void areSwitchedOffOnThePreferencesPage() {
      subscribe(ENDPOINT + "one");
      subscribe(ENDPOINT + "two");

      post(customer.preferencesLink() + "/push-off").expectStatus().isNoContent();

      assertThat(told()).isZero();
    }

    @Test
    void areErasedWithTheCustomer() {
      subscribe(ENDPOINT + "secret-of-this-browser");

      erase();

      assertThat(collector.stored().everything())
          .noneMatch(document -> document.contains("secret-of-this-browser"));
    }

    /** A page that was open during the erasure must not bring personal data back. */
    @Test
    void areNotKeptForAnErasedCustomer() {
      erase();

      subscribe(ENDPOINT + "too-late").expectStatus().isNotFound();

      assertThat(collector.stored().everything())
          .noneMatch(document -> document.contains("too-late"));
    }

    private int told() {
      return customer.linkAnswer(requestId, intent).path("push_subscriptions").size();
    }

    private ResponseSpec forget(String id) {
      return collector
          .notifier()
          .delete()
          .uri(
              "/internal/v1/customers/{reference}/push-subscriptions/{id}",
              customer.reference(),
              id)
          .exchange();
    }

    private ResponseSpec subscribe(String endpoint) {
      return collector
          .page()
          .post()
          .uri(saved + "/push-subscriptions")
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue(
              """
              {"endpoint":"%s","p256dh":"%s","auth":"%s"}
              """
                  .formatted(endpoint, RunningCollector.VAPID_PUBLIC_KEY, AUTH))
          .exchange();
    }
  }

  @Test
  void beforeACardIsSavedNothingIsSubscribed() {
    collector
        .page()
        .post()
        .uri(customer.setupLink() + "/push-subscriptions")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            """
            {"endpoint":"%sone","p256dh":"%s","auth":"%s"}
            """
                .formatted(ENDPOINT, RunningCollector.VAPID_PUBLIC_KEY, AUTH))
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  @Nested
  class FreshLinks {
    private final String link = customer.payLink(requestId, intent);

    @AfterEach
    void notifierIsBack() {
      collector.notifierService().answersWith(202);
    }

    @Test
    void areAskedForWhenALinkHasExpired() {
      collector.stored().expire(link);

      post(link + "/fresh-link").expectStatus().isAccepted();

      assertThat(asked())
          .isEqualTo(
              "POST /internal/v1/charges/"
                  + requestId
                  + "/fresh-link Bearer "
                  + RunningCollector.INTERNAL_KEY);
    }

    @Test
    void areNotAskedForWhileTheLinkIsGood() {
      post(link + "/fresh-link").expectStatus().isAccepted();

      assertThat(asked()).isEmpty();
    }

    @Test
    void cannotBeHadWhileNotifierIsAway() {
      collector.stored().expire(link);
      collector.notifierService().answersWith(503);

      post(link + "/fresh-link")
          .expectStatus()
          .isEqualTo(503)
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("fresh_link_unavailable");
    }

    private String asked() {
      return collector.notifierService().asked().stream()
          .filter(call -> call.contains(requestId))
          .findFirst()
          .orElse("");
    }
  }

  private void erase() {
    collector
        .merchant()
        .delete()
        .uri("/v1/customers/{reference}", customer.reference())
        .exchange()
        .expectStatus()
        .isNoContent();
  }

  private ResponseSpec wish(String link, boolean muted) {
    return collector
        .page()
        .post()
        .uri(Objects.requireNonNull(link))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"reminders_muted\":" + muted + "}")
        .exchange();
  }

  private ResponseSpec post(String url) {
    return collector.page().post().uri(url).exchange();
  }
}

package dev.offsession.collector.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentUpdateParams;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What customers and merchants write is shown as it was written, and never does anything. */
class InjectionTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MARK = "pwned";

  private final RunningCollector collector = RunningCollector.get();
  private final TestCustomer customer = TestCustomer.speaking("en");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>pwned</script>",
        "\"><img src=x onerror=pwned>",
        "' onmouseover='pwned",
        "</main><script>pwned</script>",
        "<svg/onload=pwned>",
        "${T(java.lang.System).setProperty('pwned','1')}",
        "[[${7*191}]] pwned",
        "[(${7*191})] pwned",
        "__${7*191}__::pwned",
        "#{7*191} pwned",
        "*{7*191} pwned",
        "{{7*191}} pwned",
        "{0} '{1}' pwned",
        "javascript:pwned",
        "\u202epwned\u202c",
        "pwned\u0000",
      })
  void aDescriptionIsOnlyText(String text) throws StripeException {
    var intent = customer.stuckPayment(customer.saveCard("pm_card_authenticationRequired"));
    collector
        .stripe()
        .v1()
        .paymentIntents()
        .update(intent, PaymentIntentUpdateParams.builder().setDescription(text).build());

    var page = page(customer.payLink("req_" + UUID.randomUUID(), intent));

    assertThat(page).contains(MARK).doesNotContain("1337");
    assertThat(page).doesNotContain("<script>pwned", "<img src=x", "<svg/onload", "onerror=pwned>");
    assertThat(page).doesNotContainPattern("<[^>]*' onmouseover=");
    assertThat(System.getProperty(MARK)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>pwned</script>",
        "\"><img src=x onerror=pwned>",
        "${T(java.lang.System).setProperty('pwned','1')}",
        "ja\"onload=pwned",
        "../../etc/passwd",
        "en\r\nSet-Cookie: pwned=1",
      })
  void whatIsInTheAddressIsNeverShown(String text) {
    var link =
        UriComponentsBuilder.fromUriString(customer.setupLink())
            .queryParam("lang", "{text}")
            .queryParam("redirect_status", "{text}")
            .encode()
            .buildAndExpand(text, text)
            .toUri();

    var answer =
        collector
            .page()
            .get()
            .uri(link)
            .header("Accept-Language", "x-pwned")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult();

    assertThat(answer.getResponseBody()).contains("lang=\"en\"").doesNotContain(MARK);
    assertThat(answer.getResponseHeaders().toString()).doesNotContain(MARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>pwned</script>",
        "a\r\nBcc: pwned@evil.example",
        "a\u2028pwned",
        "${pwned}",
        "\u0000pwned",
      })
  void aCustomersNameIsRefusedOrKeptAsItIs(String name) {
    var body = JSON.createObjectNode().put("email", "a@b.example").put("name", name);
    body.put("locale", "en").put("time_zone", "UTC");
    var reference = "cust_" + UUID.randomUUID();

    var status =
        collector
            .merchant()
            .put()
            .uri("/v1/customers/{reference}", reference)
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(body.toString())
            .exchange()
            .returnResult(String.class)
            .getStatus()
            .value();

    var hasControl = name.chars().anyMatch(Character::isISOControl);
    assertThat(status).isEqualTo(hasControl ? 400 : 200);
    if (status == 200) {
      assertThat(page(new TestCustomer(collector, reference, "").setupLink())).doesNotContain(MARK);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example\r\nBcc: x@y.example",
        "a@b.example, x@y.example",
        "<a@b.example>",
        "a"
      })
  void anAddressIsOneAddress(String email) {
    var body = JSON.createObjectNode().put("email", email).put("locale", "en");
    body.put("time_zone", "UTC");

    collector
        .merchant()
        .put()
        .uri("/v1/customers/{reference}", "cust_" + UUID.randomUUID())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body.toString())
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo("/email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mozilla <script>pwned</script>", "pwned$where", "{\"$ne\":1}"})
  void evidenceKeepsWhatABrowserSaysAboutItself(String agent) {
    collector
        .page()
        .post()
        .uri(customer.setupLink() + "/begin")
        .header("User-Agent", agent)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"consent_version\":\"2026-12\",\"language\":\"en\"}")
        .exchange()
        .expectStatus()
        .isOk();

    var consent =
        collector
            .stored()
            .customer(customer.reference())
            .getList("consents", org.bson.Document.class)
            .getFirst();
    assertThat(consent.getString("user_agent")).isEqualTo(agent);
  }

  private String page(String link) {
    return Objects.requireNonNull(
        collector
            .page()
            .get()
            .uri(link)
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }
}

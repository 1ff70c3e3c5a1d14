package dev.offsession.collector.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.platform.stripe.StripeSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class PageHeadersTest {
  private static final StripeSettings REAL =
      settings("https://api.stripe.com", "https://js.stripe.com/dahlia/stripe.js");

  @Test
  void inProductionOnlyWeAndStripeAreNamed() {
    var policy = new PageHeaders(REAL, null).policy("n0nce");

    assertThat(policy.split("; "))
        .containsExactly(
            "default-src 'none'",
            "script-src 'nonce-n0nce' https://js.stripe.com https://*.js.stripe.com",
            "style-src 'self' 'nonce-n0nce'",
            "frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com",
            "connect-src 'self' https://api.stripe.com",
            "img-src 'self' https://*.stripe.com",
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");
  }

  @Test
  void withTheSimulatorOnlyWeAndTheSimulatorAreNamed() {
    var simulator = settings("http://127.0.0.1:8086", "http://127.0.0.1:8086/js/stripe-sim.js");

    assertThat(new PageHeaders(simulator, null).policy("n0nce"))
        .contains("script-src 'nonce-n0nce' http://127.0.0.1:8086;")
        .contains("frame-src http://127.0.0.1:8086;")
        .contains("connect-src 'self' http://127.0.0.1:8086;")
        .doesNotContain("stripe.com")
        .doesNotContain("unsafe");
  }

  @Test
  void theMerchantsPictureIsNamedToo() {
    var policy = new PageHeaders(REAL, "https://cdn.hoshi.example/logo.png").policy("n0nce");

    assertThat(policy).contains("img-src 'self' https://*.stripe.com https://cdn.hoshi.example;");
  }

  @Test
  void nothingIsStoredFramedIndexedOrToldToOthers() {
    var headers = new HttpHeaders();

    new PageHeaders(REAL, null).addTo(headers, "n0nce");

    assertThat(headers.getFirst("Cache-Control")).isEqualTo("no-store");
    assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
    assertThat(headers.getFirst("X-Robots-Tag")).contains("noindex");
    assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private static StripeSettings settings(String api, String js) {
    return new StripeSettings(
        "sk_test_x", "pk_test_x", api, js, Duration.ofSeconds(1), Duration.ofSeconds(1));
  }
}

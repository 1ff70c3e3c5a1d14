package dev.offsession.collector.pages;

import dev.offsession.platform.stripe.StripeSettings;
import java.net.URI;
import org.springframework.http.HttpHeaders;

/**
 * The headers of the customer pages. The policy names our own origin and Stripe's, and nothing
 * else: docs.stripe.com/security/guide#content-security-policy.
 */
public final class PageHeaders {
  private static final String STRIPES_OWN = "https://js.stripe.com";

  private final String policy;

  public PageHeaders(StripeSettings stripe) {
    var scripts = origin(stripe.jsUrl());
    var api = origin(stripe.apiBase());
    var real = scripts.equals(STRIPES_OWN);
    this.policy =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' " + scripts + (real ? " https://*.js.stripe.com" : ""),
            "frame-src "
                + scripts
                + (real ? " https://*.js.stripe.com https://hooks.stripe.com" : ""),
            "connect-src 'self' " + api + (real || api.equals(scripts) ? "" : " " + scripts),
            "style-src 'self'",
            "img-src 'self'" + (real ? " https://*.stripe.com" : ""),
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");
  }

  /** The Content-Security-Policy of the pages. */
  public String policy() {
    return policy;
  }

  /** Sets them all. */
  public void addTo(HttpHeaders headers) {
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Robots-Tag", "noindex, nofollow");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
  }

  private static String origin(String url) {
    var uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}

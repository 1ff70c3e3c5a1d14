package dev.offsession.collector.pages;

import dev.offsession.platform.stripe.StripeSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The headers of the customer pages. The policy lets pass what carries this answer's nonce, our own
 * origin and Stripe's, and nothing else: docs.stripe.com/security/guide#content-security-policy.
 */
public final class PageHeaders {
  private static final String STRIPES_OWN = "https://js.stripe.com";

  private final String beforeNonce;
  private final String afterNonce;
  private final String afterStyles;

  /**
   * @param logoUrl the merchant's picture, or null
   */
  public PageHeaders(StripeSettings stripe, @Nullable String logoUrl) {
    var scripts = origin(stripe.jsUrl());
    var api = origin(stripe.apiBase());
    var real = scripts.equals(STRIPES_OWN);
    this.beforeNonce = "default-src 'none'; script-src 'nonce-";
    this.afterNonce =
        "' " + scripts + (real ? " https://*.js.stripe.com" : "") + "; style-src 'self' 'nonce-";
    this.afterStyles =
        String.join(
            "; ",
            "'",
            "frame-src "
                + scripts
                + (real ? " https://*.js.stripe.com https://hooks.stripe.com" : ""),
            "connect-src 'self' " + api + (real || api.equals(scripts) ? "" : " " + scripts),
            "img-src 'self'"
                + (real ? " https://*.stripe.com" : "")
                + (logoUrl == null ? "" : " " + origin(logoUrl)),
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");
  }

  /** The Content-Security-Policy of one answer. */
  public String policy(String nonce) {
    return beforeNonce + nonce + afterNonce + nonce + afterStyles;
  }

  /** Sets them all. */
  public void addTo(HttpHeaders headers, String nonce) {
    headers.set("Content-Security-Policy", policy(nonce));
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

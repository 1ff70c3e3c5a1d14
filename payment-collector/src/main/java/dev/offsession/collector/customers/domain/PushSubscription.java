package dev.offsession.collector.customers.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * One browser that takes push messages of the customer. Personal data: it lives in this service's
 * store and nowhere else.
 *
 * @param id made from the endpoint, so that a browser that subscribes again is the same one
 * @param endpoint address at the browser's push service
 * @param p256dh the browser's public key, 65 bytes in base64url
 * @param auth the browser's secret, 16 bytes in base64url
 */
public record PushSubscription(String id, String endpoint, String p256dh, String auth) {
  private static final int ENDPOINT_MAX = 1000;
  private static final int KEY_BYTES = 65;
  private static final int AUTH_BYTES = 16;
  private static final int UNCOMPRESSED = 4;
  private static final int ID_DIGITS = 32;
  private static final Pattern ID = Pattern.compile("psh_[0-9a-f]{32}");

  /** Refuses what no browser gives. */
  public PushSubscription {
    var key = decoded(p256dh);
    if (key.length != KEY_BYTES || key[0] != UNCOMPRESSED) {
      throw new IllegalArgumentException("p256dh must be an uncompressed P-256 point in base64url");
    }
    if (decoded(auth).length != AUTH_BYTES) {
      throw new IllegalArgumentException("auth must be 16 bytes in base64url");
    }
    if (endpoint.length() > ENDPOINT_MAX || !isAddress(endpoint)) {
      throw new IllegalArgumentException("endpoint must be an address without user and fragment");
    }
  }

  /** A subscription as the browser describes it. */
  public static PushSubscription of(String endpoint, String p256dh, String auth) {
    return new PushSubscription(idOf(endpoint), endpoint, p256dh, auth);
  }

  /** Whether the text can be an id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Where the browser's push service is. */
  public URI address() {
    return URI.create(endpoint);
  }

  /** Personal data, and a secret. */
  @Override
  public String toString() {
    return "PushSubscription[" + id + "]";
  }

  private static String idOf(String endpoint) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      var digits = HexFormat.of().formatHex(hash.digest(endpoint.getBytes(StandardCharsets.UTF_8)));
      return "psh_" + digits.substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static byte[] decoded(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  private static boolean isAddress(String text) {
    try {
      var uri = new URI(text);
      return uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}

package dev.offsession.collector.links.http;

import dev.offsession.platform.settings.SettingException;
import dev.offsession.platform.web.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Where customers may be sent when they are done: only to origins the operator has listed. */
public final class ReturnUrls {
  private static final int LENGTH_MAX = 2000;

  private final List<String> origins;
  private final boolean loopbackToo;

  /**
   * @param origins such as {@code https://shop.example}
   * @param loopbackToo for development: this machine too, by http
   */
  public ReturnUrls(List<String> origins, boolean loopbackToo) {
    this.origins = origins.stream().map(ReturnUrls::listed).toList();
    this.loopbackToo = loopbackToo;
  }

  /** The wanted address if customers may be sent there, or a refusal; null stays null. */
  public @Nullable String checked(@Nullable String url) {
    if (url == null || isAllowed(url)) {
      return url;
    }
    throw new ProblemException(
        HttpStatus.BAD_REQUEST,
        "return_url_not_allowed",
        "return_url must begin with one of the origins listed in"
            + " offsession.payment-collector.return-url-origins.",
        "/return_url");
  }

  private boolean isAllowed(String url) {
    var uri = parsed(url);
    if (uri == null || uri.getHost() == null || url.length() > LENGTH_MAX) {
      return false;
    }
    if (loopbackToo && "http".equals(uri.getScheme()) && isLoopback(uri.getHost())) {
      return uri.getUserInfo() == null;
    }
    return uri.getRawUserInfo() == null && origins.contains(origin(uri));
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1");
  }

  private static String listed(String origin) {
    var uri = parsed(origin);
    if (uri == null || !"https".equals(uri.getScheme()) || uri.getHost() == null) {
      throw SettingException.wrong(
          "offsession.payment-collector.return-url-origins",
          "must hold origins such as https://shop.example");
    }
    return origin(uri);
  }

  private static String origin(URI uri) {
    var port = uri.getPort() == 443 || uri.getPort() == -1 ? "" : ":" + uri.getPort();
    var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
  }

  private static @Nullable URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      return null;
    }
  }
}

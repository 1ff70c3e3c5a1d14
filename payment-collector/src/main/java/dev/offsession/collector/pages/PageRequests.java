package dev.offsession.collector.pages;

import dev.offsession.platform.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

/** Tells requests of our own pages from all others. */
public final class PageRequests {
  private static final String MARK = "X-Offsession-Page";

  private PageRequests() {}

  /**
   * Lets only our own page's script pass: another site cannot set the header without asking first,
   * and we never allow it; a browser that says where a request comes from must name us.
   */
  public static void requireOwnPage(ServerWebExchange exchange) {
    var headers = exchange.getRequest().getHeaders();
    var site = headers.getFirst("Sec-Fetch-Site");
    if (headers.getFirst(MARK) == null || (site != null && !site.equals("same-origin"))) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN, "not_our_page", "Only the page itself may ask for this.");
    }
  }

  /** The one answer to every token that opens nothing. */
  public static ProblemException notFound() {
    return new ProblemException(HttpStatus.NOT_FOUND, "not_found", "There is nothing here.");
  }
}

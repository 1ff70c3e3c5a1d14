package dev.offsession.ingest.backfill.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.RawRequestOptions;
import com.stripe.net.StripeResponse;
import dev.offsession.ingest.backfill.domain.BackfillException;
import dev.offsession.ingest.backfill.domain.EventList;
import dev.offsession.ingest.backfill.domain.EventPage;
import dev.offsession.ingest.backfill.domain.EventQuery;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/events} (docs.stripe.com/api/events/list), never faster than allowed. Calls that
 * may work the next time (no answer, 429, 5xx) are tried again after a pause that doubles.
 */
final class StripeEventList implements EventList {

  private static final int PAGE = 100;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final String ALL = "*";

  private final StripeClient stripe;
  private final List<String> types;
  private final Duration pace;
  private final int attemptsMax;
  private final Pause pause;

  /**
   * @param types event types asked for, or {@code *}
   * @param pace time before each call
   */
  StripeEventList(
      StripeClient stripe, List<String> types, Duration pace, int attemptsMax, Pause pause) {
    this.stripe = stripe;
    this.types = types;
    this.pace = pace;
    this.attemptsMax = attemptsMax;
    this.pause = pause;
  }

  @Override
  public EventPage page(EventQuery query) {
    String path = path(query);
    Duration wait = pace;
    for (int attempt = 1; ; attempt++) {
      pause.take(wait);
      try {
        return EventPageReader.read(ask(path, query.account()).body().getBytes(UTF_8));
      } catch (StripeException e) {
        if (attempt == attemptsMax || !mayWorkNextTime(e)) {
          throw new BackfillException("Stripe's event list gave no answer: " + reason(e), e);
        }
        wait = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 5));
      }
    }
  }

  private StripeResponse ask(String path, @Nullable String account) throws StripeException {
    var options = RawRequestOptions.builder();
    if (account != null) {
      options.setStripeAccount(account);
    }
    return stripe.rawRequest(RequestMethod.GET, path, null, options.build());
  }

  private String path(EventQuery query) {
    var path = new StringBuilder("/v1/events?limit=" + PAGE);
    path.append("&created[gte]=").append(query.slice().from().getEpochSecond());
    Instant to = query.slice().to();
    if (to != null) {
      path.append("&created[lt]=").append(to.getEpochSecond());
    }
    if (query.undeliveredOnly()) {
      path.append("&delivery_success=false");
    }
    if (!types.contains(ALL)) {
      types.forEach(type -> path.append("&types[]=").append(URLEncoder.encode(type, UTF_8)));
    }
    if (query.after() != null) {
      path.append("&starting_after=").append(URLEncoder.encode(query.after(), UTF_8));
    }
    return path.toString().replace("[", "%5B").replace("]", "%5D");
  }

  private static boolean mayWorkNextTime(StripeException e) {
    Integer status = e.getStatusCode();
    return e instanceof ApiConnectionException || status == null || status == 429 || status >= 500;
  }

  /** Stripe's own messages may repeat parts of a key. */
  private static String reason(StripeException e) {
    return e.getClass().getSimpleName()
        + (e.getStatusCode() == null ? "" : ", status " + e.getStatusCode());
  }

  /** Lets time pass. */
  interface Pause {

    /** Throws {@link BackfillException} when the service stops. */
    void take(Duration length);

    /** With the real clock. */
    static void sleep(Duration length) {
      try {
        Thread.sleep(length);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BackfillException("the service stops", e);
      }
    }
  }
}

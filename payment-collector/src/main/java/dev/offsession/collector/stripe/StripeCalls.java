package dev.offsession.collector.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Runs stripe-java's blocking calls on virtual threads and translates their failures once. */
public final class StripeCalls {
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final Scheduler threads =
      Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "stripe");

  /** The answer, or a {@link StripeCallException}. */
  public <T> Mono<T> call(Callable<T> request) {
    return Mono.fromCallable(request)
        .subscribeOn(threads)
        .onErrorMap(StripeException.class, StripeCalls::translated);
  }

  /** Options of a call that has one effect however often it is sent. */
  public static RequestOptions once(String idempotencyKey) {
    return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
  }

  private static StripeCallException translated(StripeException failure) {
    var status = failure.getStatusCode() == null ? 0 : failure.getStatusCode();
    var temporary =
        failure instanceof ApiConnectionException
            || status == CONFLICT
            || status == TOO_MANY
            || status >= SERVER_ERROR;
    return new StripeCallException(temporary, status, failure.getCode(), failure);
  }
}

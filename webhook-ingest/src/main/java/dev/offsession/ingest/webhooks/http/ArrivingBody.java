package dev.offsession.ingest.webhooks.http;

import io.netty.util.Timeout;
import io.netty.util.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.MonoSink;

/**
 * Takes in one body, piece by piece, and hands on all of it or why there is none. One subscriber
 * instead of a chain of ten operators, for which every webhook would pay.
 */
final class ArrivingBody extends BaseSubscriber<DataBuffer> {

  private final BodyBytes bytes;
  private final MonoSink<byte[]> body;
  private final BooleanSupplier isAnswered;
  private final UnaryOperator<Throwable> failure;

  /**
   * @param isAnswered whether the server has answered by itself, so that what came is no body
   * @param failure what to tell for what went wrong
   */
  ArrivingBody(
      BodyBytes bytes,
      MonoSink<byte[]> body,
      BooleanSupplier isAnswered,
      UnaryOperator<Throwable> failure) {
    this.bytes = bytes;
    this.body = body;
    this.isAnswered = isAnswered;
    this.failure = failure;
  }

  /** Begins its time. What is returned ends it, and the taking in, and gives back the memory. */
  Disposable within(Duration limit, Timer timer) {
    Timeout end =
        timer.newTimeout(_ -> fail(new TimeoutException()), limit.toNanos(), TimeUnit.NANOSECONDS);
    return () -> {
      end.cancel();
      cancel();
      bytes.close();
    };
  }

  @Override
  protected void hookOnNext(DataBuffer piece) {
    try {
      bytes.add(piece);
    } catch (BodyBytes.LimitException e) {
      fail(e);
    }
  }

  @Override
  protected void hookOnComplete() {
    if (isAnswered.getAsBoolean()) {
      fail(new IllegalStateException("The server has answered"));
      return;
    }
    byte[] all = bytes.bytes();
    bytes.close();
    body.success(all);
  }

  @Override
  protected void hookOnError(Throwable thrown) {
    fail(thrown);
  }

  private void fail(Throwable thrown) {
    cancel();
    body.error(failure.apply(thrown));
  }
}

package dev.offsession.ingest.guards;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request headers do not come to an end in time. Reactor Netty's own
 * timeouts count from the last byte or from the end of the headers, so a byte now and then would
 * hold a connection for ever. One instance per connection, used on its event loop only.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

  private final Duration limit;
  private final Runnable onMissed;
  private boolean inRequest;
  private @Nullable ScheduledFuture<?> deadline;

  private HeadDeadline(Duration limit, Runnable onMissed) {
    this.limit = limit;
    this.onMissed = onMissed;
  }

  /**
   * Watches a connection from now on.
   *
   * @param codec name of the handler that makes requests of bytes
   */
  static void watch(ChannelPipeline pipeline, String codec, Duration limit, Runnable onMissed) {
    var deadline = new HeadDeadline(limit, onMissed);
    pipeline.addFirst("offsession.headDeadline", deadline);
    pipeline.addAfter(codec, "offsession.headEnd", deadline.new HeadEnd());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    start(context);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!inRequest) {
      start(context);
    }
    context.fireChannelRead(message);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stop();
    context.fireChannelInactive();
  }

  private void start(ChannelHandlerContext context) {
    if (deadline == null) {
      deadline =
          context.executor().schedule(() -> miss(context), limit.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void stop() {
    if (deadline != null) {
      var _ = deadline.cancel(false);
      deadline = null;
    }
  }

  private void miss(ChannelHandlerContext context) {
    onMissed.run();
    var _ = context.close();
  }

  /** Behind the codec, where a request has its headers. */
  private final class HeadEnd extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest) {
        stop();
        inRequest = true;
      }
      if (message instanceof LastHttpContent) {
        inRequest = false;
      }
      context.fireChannelRead(message);
    }
  }
}

package dev.offsession.ingest.guards;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;

/**
 * Throws out a request whose body comes in crumbs. Each piece of a body costs the event loop far
 * more than its bytes do, and meanwhile every other connection of that loop waits: 600,000 chunks
 * of one byte, well below the largest body, kept them waiting for seconds. One instance per
 * connection, used on its event loop only.
 */
final class CrumbGuard extends ChannelInboundHandlerAdapter {
  /** Enough for the largest body in the smallest packets of a network, of 536 bytes. */
  static final int PIECES_MAX = 1_000;

  private final Runnable onCrumbs;
  private int pieces;

  /**
   * @param onCrumbs told of each request that was thrown out
   */
  CrumbGuard(Runnable onCrumbs) {
    this.onCrumbs = onCrumbs;
  }

  /**
   * Watches a connection from now on.
   *
   * @param codec name of the handler that makes requests of bytes
   */
  static void watch(ChannelPipeline pipeline, String codec, Runnable onCrumbs) {
    pipeline.addAfter(codec, "offsession.crumbGuard", new CrumbGuard(onCrumbs));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest) {
      pieces = 0;
    }
    if (message instanceof HttpContent && ++pieces > PIECES_MAX) {
      ReferenceCountUtil.release(message);
      throwOut(context);
    } else {
      context.fireChannelRead(message);
    }
  }

  /** Once: what still comes out of the bytes that were read is dropped. */
  private void throwOut(ChannelHandlerContext context) {
    if (pieces == PIECES_MAX + 1) {
      onCrumbs.run();
      var refusal =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1,
              HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
              Unpooled.EMPTY_BUFFER);
      refusal.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
      refusal.headers().set(HttpHeaderNames.CONNECTION, "close");
      context.writeAndFlush(refusal).addListener(ChannelFutureListener.CLOSE);
    }
  }
}

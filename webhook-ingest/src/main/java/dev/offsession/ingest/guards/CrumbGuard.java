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
  /** So many pieces a body may have, whatever their size. */
  static final int PIECES_FREE = 64;

  /** Beyond those, so many bytes in the mean: half of a small packet of a network. */
  static final int PIECE_BYTES = 256;

  private final Runnable onCrumbs;
  private int pieces;
  private long bytes;
  private boolean thrownOut;

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
      bytes = 0;
    }
    if (message instanceof HttpContent piece) {
      pieces++;
      bytes += piece.content().readableBytes();
    }
    if (thrownOut || pieces > PIECES_FREE + bytes / PIECE_BYTES) {
      ReferenceCountUtil.release(message);
      throwOut(context);
    } else {
      context.fireChannelRead(message);
    }
  }

  /** Once: what still comes out of the bytes that were read is dropped. */
  private void throwOut(ChannelHandlerContext context) {
    if (!thrownOut) {
      thrownOut = true;
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

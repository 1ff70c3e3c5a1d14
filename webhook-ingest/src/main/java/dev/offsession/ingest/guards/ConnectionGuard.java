package dev.offsession.ingest.guards;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Tells {@link Connections} whose move it is on one connection. Stands behind the handler that
 * makes requests of bytes.
 */
final class ConnectionGuard extends ChannelDuplexHandler {

  private final Connections connections;

  private ConnectionGuard(Connections connections) {
    this.connections = connections;
  }

  /**
   * Counts a connection from now on until it is closed.
   *
   * @param codec name of the handler that makes requests of bytes
   */
  static void watch(ChannelPipeline pipeline, String codec, Connections connections) {
    pipeline.addAfter(codec, "offsession.connectionGuard", new ConnectionGuard(connections));
    pipeline.channel().closeFuture().addListener(_ -> connections.closed(pipeline.channel()));
    connections.opened(pipeline.channel());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof LastHttpContent) {
      connections.works(context.channel());
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof LastHttpContent) {
      connections.waits(context.channel());
    }
    var _ = context.write(message, promise);
  }
}

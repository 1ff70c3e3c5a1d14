package dev.offsession.ingest.guards;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrumbGuardTest {
  private static final String HEAD = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final AtomicInteger thrownOut = new AtomicInteger();
  private final EmbeddedChannel channel =
      new EmbeddedChannel(
          new HttpServerCodec(4096, 8192, 65_536), new CrumbGuard(thrownOut::incrementAndGet));

  @Test
  void letsAFewSmallPiecesThroughAndAsManyAgainOnTheSameConnection() {
    for (int request = 0; request < 3; request++) {
      sends(HEAD + "1\r\nx\r\n".repeat(CrumbGuard.PIECES_FREE - 1) + "0\r\n\r\n");
    }

    assertThat(pieces()).isEqualTo(3 * CrumbGuard.PIECES_FREE);
    assertThat(thrownOut).hasValue(0);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void letsTheLargestBodyThroughInSmallPackets() {
    sends("POST / HTTP/1.1\r\nContent-Length: 524288\r\n\r\n");
    for (int packet = 0; packet < 1_024; packet++) {
      sends("x".repeat(512));
    }

    assertThat(pieces()).isEqualTo(1_024);
    assertThat(thrownOut).hasValue(0);
  }

  @Test
  void answersOneMoreWith413AndHearsNothingElseOfTheConnection() {
    sends(HEAD + "1\r\nx\r\n".repeat(60_000) + "0\r\n\r\n" + HEAD);

    assertThat(pieces()).isEqualTo(CrumbGuard.PIECES_FREE);
    assertThat(thrownOut).hasValue(1);
    assertThat(answer()).startsWith("HTTP/1.1 413 ").contains("connection: close");
    assertThat(channel.isOpen()).isFalse();
  }

  private void sends(String bytes) {
    channel.writeInbound(Unpooled.copiedBuffer(bytes, US_ASCII));
  }

  private int pieces() {
    int pieces = 0;
    for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
      pieces += message instanceof HttpContent ? 1 : 0;
      ReferenceCountUtil.release(message);
    }
    return pieces;
  }

  private String answer() {
    ByteBuf bytes = channel.readOutbound();
    try {
      return bytes.toString(US_ASCII);
    } finally {
      bytes.release();
    }
  }
}

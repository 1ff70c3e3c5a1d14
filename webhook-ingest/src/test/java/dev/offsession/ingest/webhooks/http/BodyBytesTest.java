package dev.offsession.ingest.webhooks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offsession.ingest.webhooks.http.BodyBytes.LimitException;
import dev.offsession.ingest.webhooks.http.RawBody.Limit;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

class BodyBytesTest {

  private static final int MAX = 512 * 1024;
  private static final NettyDataBufferFactory BUFFERS =
      new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

  private final BodyMemory memory = new BodyMemory(MAX);

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 11, 100, 1_000_000})
  void keepsWhatCameWhateverWasAnnounced(int announced) {
    try (var body = new BodyBytes(announced, MAX, memory)) {
      add(body, "hello ".getBytes(UTF_8));
      add(body, new byte[0]);
      add(body, "world".getBytes(UTF_8));

      assertThat(body.bytes()).asString(UTF_8).isEqualTo("hello world");
    }
  }

  @Test
  void takesExactlyAsMuchAsIsAllowed() {
    try (var body = new BodyBytes(-1, MAX, memory)) {
      for (int i = 0; i < MAX / 1024; i++) {
        add(body, new byte[1024]);
      }

      assertThat(body.bytes()).hasSize(MAX);
      assertThatThrownBy(() -> add(body, new byte[1]))
          .isInstanceOfSatisfying(
              LimitException.class, e -> assertThat(e.limit()).isEqualTo(Limit.TOO_LARGE));
    }
  }

  @Test
  void keepsNoBufferOfTheNetworkNorOfWhatItRefuses() {
    List<ByteBuf> buffers = new ArrayList<>();
    try (var body = new BodyBytes(-1, 10, memory)) {
      for (int i = 0; i < 10; i++) {
        buffers.add(Unpooled.wrappedBuffer(new byte[1]));
        body.add(BUFFERS.wrap(buffers.getLast()));
      }
      buffers.add(Unpooled.wrappedBuffer(new byte[1]));
      assertThatThrownBy(() -> body.add(BUFFERS.wrap(buffers.getLast())))
          .isInstanceOf(LimitException.class);
    }

    assertThat(buffers).allSatisfy(buffer -> assertThat(buffer.refCnt()).isZero());
  }

  @Test
  void letsSmallBodiesInWhenLargeOnesHaveTakenAllMemory() {
    BodyMemory none = new BodyMemory(0);
    try (var small = new BodyBytes(-1, MAX, none);
        var large = new BodyBytes(-1, MAX, none)) {
      add(small, new byte[BodyMemory.FREE]);

      assertThat(small.bytes()).hasSize(BodyMemory.FREE);
      assertThatThrownBy(() -> add(large, new byte[BodyMemory.FREE + 1]))
          .isInstanceOfSatisfying(
              LimitException.class, e -> assertThat(e.limit()).isEqualTo(Limit.NO_MEMORY));
    }
  }

  @Test
  void givesBackWhatALargeOneTookHoweverItEnds() {
    try (var refused = new BodyBytes(-1, MAX, memory)) {
      add(refused, new byte[MAX]);
      assertThat(memory.reserve(1)).as("all is taken").isFalse();
    }
    var cutShort = new BodyBytes(-1, MAX, memory);
    add(cutShort, new byte[MAX / 2]);
    cutShort.close();
    cutShort.close();
    add(cutShort, new byte[MAX / 2]); // What was on its way when it was cut short.

    assertThat(memory.reserve(MAX)).isTrue();
  }

  private static void add(BodyBytes body, byte[] bytes) {
    body.add(BUFFERS.wrap(bytes));
  }
}

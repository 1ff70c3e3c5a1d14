package dev.offsession.ingest.webhooks.http;

import dev.offsession.ingest.webhooks.http.RawBody.Limit;
import java.util.Arrays;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * The bytes of one body that have come so far, copied out of the network's buffers at once: a
 * buffer that is kept for one byte costs thousands. Closing twice is safe, also while another
 * thread adds.
 */
final class BodyBytes implements AutoCloseable {

  private static final int SMALLEST = 512;

  private final int max;
  private final BodyMemory memory;
  private byte[] bytes;
  private int size;
  private long reserved;
  private boolean closed;

  /**
   * @param announced length that the sender claims, or negative; believed only within what every
   *     body may have
   */
  BodyBytes(int announced, int max, BodyMemory memory) {
    this.max = max;
    this.memory = memory;
    this.bytes = new byte[Math.clamp(announced, 0, BodyMemory.FREE)];
  }

  /** Throws {@link LimitException}; the buffer is released in any case. */
  synchronized void add(DataBuffer buffer) {
    try {
      int more = closed ? 0 : buffer.readableByteCount();
      if (more > max - size) {
        throw new LimitException(Limit.TOO_LARGE);
      }
      makeRoomFor(size + more);
      buffer.read(bytes, size, more);
      size += more;
    } finally {
      DataBufferUtils.release(buffer);
    }
  }

  private void makeRoomFor(int needed) {
    if (needed <= bytes.length) {
      return;
    }
    int capacity = Math.min(max, Math.max(needed, Math.max(SMALLEST, bytes.length * 2)));
    if (capacity > BodyMemory.FREE) {
      if (!memory.reserve(capacity - reserved)) {
        throw new LimitException(Limit.NO_MEMORY);
      }
      reserved = capacity;
    }
    bytes = Arrays.copyOf(bytes, capacity);
  }

  synchronized byte[] bytes() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  @Override
  public synchronized void close() {
    closed = true;
    memory.release(reserved);
    reserved = 0;
  }

  /** A body exceeds what it may have. */
  static final class LimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Limit limit;

    LimitException(Limit limit) {
      super(limit.name(), null, false, false);
      this.limit = limit;
    }

    Limit limit() {
      return limit;
    }
  }
}

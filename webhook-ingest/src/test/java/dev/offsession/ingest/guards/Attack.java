package dev.offsession.ingest.guards;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Ways to lie, dawdle and flood by raw sockets, and what each may be answered. */
enum Attack {
  LENGTH_LONGER_THAN_THE_BODY("HTTP/1.1 408.*", 100) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.POST + "Content-Length: 1000\r\n\r\n{}");
    }
  },
  LENGTH_SHORTER_THAN_THE_BODY("HTTP/1.1 400.*", 10) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.POST + "Content-Length: 5\r\n\r\n" + "{\"id\":\"evt_1\"}".repeat(1000));
    }
  },
  LENGTH_BEYOND_ALL_REASON("HTTP/1.1 413.*", 10) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.POST + "Content-Length: 9223372036854775807\r\n\r\n");
    }
  },
  LENGTH_THAT_IS_NONE("HTTP/1.1 400.*", 10) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.POST + "Content-Length: -1\r\n\r\n{}");
    }
  },
  TWO_LENGTHS("HTTP/1.1 400.*", 10) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.POST + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n123456");
    }
  },
  LENGTH_AND_CHUNKS("(HTTP/1.1 400.*)?", 10) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(
          Wire.POST
              + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n");
    }
  },
  /** Half a kilobyte in eight minutes, from many hands. */
  BODY_ONE_BYTE_A_SECOND("HTTP/1.1 408.*", 500) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.POST + "Content-Length: 500\r\n\r\n");
      wire.sendSlowly("{", 500);
    }
  },
  /** The same before the body even begins. */
  HEADERS_ONE_BYTE_A_SECOND("", 300) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.POST + "X-Slow: ");
      wire.sendSlowly("a", 500);
    }
  },
  HEADER_BOMB("HTTP/1.1 4(00|13|31).*", 10) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.POST + "Stripe-Signature: t=1" + ",v1=0".repeat(100_000) + "\r\n\r\n");
    }
  },
  MANY_HEADERS("HTTP/1.1 4(00|13|31).*", 10) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.POST + "X-A: b\r\n".repeat(20_000) + "\r\n");
    }
  },
  ADDRESS_WITHOUT_END("HTTP/1.1 4(00|14).*", 10) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send("POST /" + "a".repeat(200_000));
    }
  },
  CHUNK_BOMB("HTTP/1.1 413.*", 5) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Made.CHUNKS);
    }
  },
  /** Each chunk costs the event loop more than its byte does. */
  ONE_BYTE_CHUNKS("(HTTP/1.1 413.*)?", 4) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.CHUNKED);
      for (int i = 0; i < 60; i++) {
        wire.send(Made.ONE_BYTE_CHUNKS);
      }
    }
  },
  CHUNK_THAT_NEVER_ENDS("HTTP/1.1 408.*", 50) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.CHUNKED + "7fffffff\r\nabc");
    }
  },
  CHUNK_OF_NO_LENGTH("(HTTP/1.1 400.*)?", 10) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.CHUNKED + "zz\r\nabc\r\n0\r\n\r\n");
    }
  },
  CHUNK_HEAD_WITHOUT_END("(HTTP/1.1 4(00|08|13|14).*)?", 10) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.CHUNKED + "1;" + "a".repeat(200_000));
    }
  },
  /** As large as is allowed, and never finished: together more than there is memory. */
  LARGE_BODIES_THAT_STAND("HTTP/1.1 (408|503).*", 50) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Made.LARGE_BODY);
    }
  },
  ZIP_BOMB("HTTP/1.1 400.*", 5) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(
          Wire.POST
              + "Content-Encoding: gzip\r\nContent-Length: "
              + Made.ZIPPED_ZEROS.length
              + "\r\n\r\n");
      wire.send(Made.ZIPPED_ZEROS);
    }
  },
  /** More than there may be, and they say nothing. */
  IDLE_FLOOD("", 2_500) {
    @Override
    void speak(Wire wire) {}
  },
  /** Answered once, so that no deadline for a request's beginning counts. */
  IDLE_AFTER_AN_ANSWER("HTTP/1.1 404.*", 300) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @Override
    void hold(Wire wire) throws IOException {
      wire.awaitClose();
    }
  },
  /** A thousand requests at once, and not one answer read. */
  REQUESTS_WITHOUT_READING("HTTP/1.1 404.*", 5) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n".repeat(1_000));
    }
  },
  RESET_AT_ONCE(".*", 20) {
    @Override
    void speak(Wire wire) throws IOException {
      wire.send(Wire.POST);
      wire.resetOnClose();
    }

    @Override
    String answer(Wire wire) {
      return "";
    }
  };

  private final String allowed;
  private final int connections;

  Attack(String allowed, int connections) {
    this.allowed = allowed;
    this.connections = connections;
  }

  /** Pattern of the status line; nothing stands for a connection closed without an answer. */
  String allowed() {
    return allowed;
  }

  /** How many are attacked with at once in a flood. */
  int connections() {
    return connections;
  }

  abstract void speak(Wire wire) throws IOException;

  String answer(Wire wire) throws IOException {
    return wire.statusLine();
  }

  /** What a flood does with a connection when it has its answer. */
  void hold(Wire wire) throws IOException {}

  /** What is large is made once: attackers elsewhere would not compute on this machine. */
  private static final class Made {
    static final byte[] CHUNKS =
        bytes(Wire.CHUNKED + ("1000\r\n" + "x".repeat(4096) + "\r\n").repeat(200));
    static final byte[] ONE_BYTE_CHUNKS = bytes("1\r\nx\r\n".repeat(10_000));
    static final byte[] LARGE_BODY =
        bytes(Wire.POST + "Content-Length: 524288\r\n\r\n" + "x".repeat(520_000));
    static final byte[] ZIPPED_ZEROS = gzip(10_000_000);

    private static byte[] bytes(String text) {
      return text.getBytes(US_ASCII);
    }

    private static byte[] gzip(int zeros) {
      var out = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(out)) {
        gzip.write(new byte[zeros]);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toByteArray();
    }
  }

  /** One connection to the service. */
  interface Wire extends AutoCloseable {
    String POST = "POST /webhooks/stripe/default HTTP/1.1\r\nHost: x\r\n";
    String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";

    void send(byte[] bytes) throws IOException;

    default void send(String text) throws IOException {
      send(text.getBytes(UTF_8));
    }

    /** One piece each second, until the other side has answered or closed. */
    void sendSlowly(String piece, int times) throws IOException;

    /** Empty when the connection was closed without an answer. */
    String statusLine() throws IOException;

    void awaitClose() throws IOException;

    void resetOnClose() throws IOException;

    @Override
    void close() throws IOException;
  }
}

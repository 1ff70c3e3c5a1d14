package dev.offsession.parts.push;

import com.sun.net.httpserver.Headers;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What RFC 8030, RFC 8188 and RFC 8292 ask of a push before anybody can read it. */
final class PushRequest {
  private static final int BODY_BYTES_MAX = 4096;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,10}");
  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  private PushRequest() {}

  /** Why it is refused. */
  record Fault(int status, String sentence) {}

  static Optional<Fault> fault(Headers headers, byte[] body, String origin) {
    var ttl = headers.getFirst("TTL");
    if (ttl == null || !SECONDS.matcher(ttl).matches()) {
      return fault(400, "TTL must be a number of seconds");
    }
    if (!"aes128gcm".equals(headers.getFirst("Content-Encoding"))) {
      return fault(415, "Content-Encoding must be aes128gcm");
    }
    if (body.length > BODY_BYTES_MAX) {
      return fault(413, "The body must not be longer than 4096 bytes");
    }
    if (!isTopic(headers.getFirst("Topic"))) {
      return fault(400, "Topic must be at most 32 characters of base64url");
    }
    return Vapid.fault(headers.getFirst("Authorization"), origin, Instant.now())
        .flatMap(sentence -> fault(403, sentence));
  }

  private static boolean isTopic(@Nullable String topic) {
    return topic == null || TOPIC.matcher(topic).matches();
  }

  private static Optional<Fault> fault(int status, String sentence) {
    return Optional.of(new Fault(status, sentence));
  }
}

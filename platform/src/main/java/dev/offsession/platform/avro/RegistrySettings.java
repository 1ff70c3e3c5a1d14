package dev.offsession.platform.avro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the schema registry is and how long to wait for it. The keys have Confluent's names where
 * Confluent has one.
 *
 * @param url base address of the Confluent-compatible API
 * @param userInfo {@code user:password} for basic authentication, or empty
 * @param register whether an unknown schema is registered (tests only)
 * @param requestTimeout how long one request may take
 * @param retryFor how long to go on asking a registry that does not answer
 */
public record RegistrySettings(
    String url, String userInfo, boolean register, Duration requestTimeout, Duration retryFor) {

  public static final String URL = "schema.registry.url";
  public static final String USER_INFO = "basic.auth.user.info";
  public static final String REGISTER = "auto.register.schemas";
  public static final String REQUEST_TIMEOUT_MS = "schema.registry.request.timeout.ms";
  public static final String RETRY_FOR_MS = "schema.registry.retry.for.ms";

  public RegistrySettings {
    url = url.replaceAll("/+$", "");
  }

  /** From the configuration of a Kafka serializer or deserializer. */
  static RegistrySettings from(Map<String, ?> configs) {
    Object url = configs.get(URL);
    if (url == null) {
      throw new IllegalArgumentException(URL + " is missing");
    }
    return new RegistrySettings(
        url.toString(),
        text(configs, USER_INFO, ""),
        Boolean.parseBoolean(text(configs, REGISTER, "false")),
        millis(configs, REQUEST_TIMEOUT_MS, "2000"),
        millis(configs, RETRY_FOR_MS, "10000"));
  }

  private static Duration millis(Map<String, ?> configs, String name, String otherwise) {
    return Duration.ofMillis(Long.parseLong(text(configs, name, otherwise)));
  }

  private static String text(Map<String, ?> configs, String name, String otherwise) {
    @Nullable Object value = configs.get(name);
    return value == null ? otherwise : value.toString();
  }

  /** Value of the header for basic authentication, when there is one. */
  Optional<String> authorization() {
    return userInfo.isEmpty()
        ? Optional.empty()
        : Optional.of("Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(UTF_8)));
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "RegistrySettings[" + url + "]";
  }
}

package dev.offsession.platform.avro;

import dev.offsession.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the schema registry is.
 *
 * @param url base address of its Confluent-compatible API, such as {@code …/apis/ccompat/v7}
 * @param username for basic authentication, or empty
 * @param password for basic authentication, or empty
 * @param requestTimeout how long one request may take
 * @param retryFor how long to go on asking before a record waits for the next delivery
 */
@ConfigurationProperties("offsession.schema-registry")
public record SchemaRegistryProperties(
    String url,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("2s") Duration requestTimeout,
    @DefaultValue("10s") Duration retryFor) {

  public SchemaRegistryProperties {
    url = Setting.httpUrl("offsession.schema-registry.url", url);
    Setting.positive("offsession.schema-registry.request-timeout", requestTimeout);
    Setting.positive("offsession.schema-registry.retry-for", retryFor);
  }

  /** For {@link SchemaRegistryClient}. */
  public RegistrySettings asSettings() {
    String userInfo = username.isEmpty() ? "" : username + ":" + password;
    return new RegistrySettings(url, userInfo, false, requestTimeout, retryFor);
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "SchemaRegistryProperties[" + url + "]";
  }
}

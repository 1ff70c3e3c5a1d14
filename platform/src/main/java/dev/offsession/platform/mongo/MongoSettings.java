package dev.offsession.platform.mongo;

import dev.offsession.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The service's database.
 *
 * @param uri connection string without a database; it may hold a password
 * @param database the service's own database, which no other service touches
 * @param connectTimeout how long a connection may take
 * @param serverSelectionTimeout how long to look for a primary, such as during a failover
 * @param readTimeout how long one answer may take
 */
@ConfigurationProperties("offsession.mongodb")
record MongoSettings(
    String uri,
    String database,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("10s") Duration serverSelectionTimeout,
    @DefaultValue("30s") Duration readTimeout) {

  MongoSettings {
    uri = Setting.required("offsession.mongodb.uri", uri);
    database = Setting.required("offsession.mongodb.database", database);
    Setting.positive("offsession.mongodb.connect-timeout", connectTimeout);
    Setting.positive("offsession.mongodb.server-selection-timeout", serverSelectionTimeout);
    Setting.positive("offsession.mongodb.read-timeout", readTimeout);
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "MongoSettings[" + database + "]";
  }
}

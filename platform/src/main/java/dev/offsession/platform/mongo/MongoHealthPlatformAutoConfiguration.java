package dev.offsession.platform.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.platform.health.PartWatch;
import dev.offsession.platform.health.PartWatches;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.health.MongoReactiveHealthContributorAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Health {@code mongo}, in place of Spring Boot's own, which keeps each asker waiting for as long
 * as the store is silent.
 */
@AutoConfiguration(
    after = MongoPlatformAutoConfiguration.class,
    before = MongoReactiveHealthContributorAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, MongoDatabase.class})
@ConditionalOnBean(MongoDatabase.class)
@ConditionalOnEnabledHealthIndicator("mongodb")
class MongoHealthPlatformAutoConfiguration {

  @Bean
  PartWatch mongoHealthIndicator(PartWatches watches, MongoDatabase database) {
    return watches.of("Store", new MongoProbe(database));
  }
}

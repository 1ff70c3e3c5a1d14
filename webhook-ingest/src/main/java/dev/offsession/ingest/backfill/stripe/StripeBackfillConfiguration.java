package dev.offsession.ingest.backfill.stripe;

import com.stripe.StripeClient;
import dev.offsession.ingest.backfill.BackfillProperties;
import dev.offsession.ingest.backfill.OnlyWithStripeKey;
import dev.offsession.ingest.backfill.domain.EventList;
import dev.offsession.ingest.webhooks.IngestProperties;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@OnlyWithStripeKey
class StripeBackfillConfiguration {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Bean
  EventList eventList(StripeClient stripe, IngestProperties ingest, BackfillProperties backfill) {
    return new StripeEventList(
        stripe,
        ingest.eventTypes(),
        SECOND.dividedBy(backfill.callsPerSecondMax()),
        backfill.callAttemptsMax(),
        StripeEventList.Pause::sleep);
  }
}

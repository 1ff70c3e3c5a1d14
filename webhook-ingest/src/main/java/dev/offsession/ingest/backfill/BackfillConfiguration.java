package dev.offsession.ingest.backfill;

import dev.offsession.ingest.backfill.domain.BackfillPass;
import dev.offsession.ingest.backfill.domain.BackfillRegister;
import dev.offsession.ingest.backfill.domain.EventList;
import dev.offsession.ingest.backfill.domain.EventSink;
import dev.offsession.ingest.backfill.domain.Leadership;
import dev.offsession.ingest.backfill.domain.TopicEvents;
import dev.offsession.ingest.webhooks.Endpoints;
import dev.offsession.ingest.webhooks.StripeEventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackfillConfiguration {

  private static final Logger log = LoggerFactory.getLogger(BackfillConfiguration.class);

  /** As many as one page: a pass keeps at most this much of Kafka's send buffer busy. */
  private static final int BATCH_MAX = 100;

  private static final Duration BATCH_TIMEOUT = Duration.ofSeconds(30);

  @Bean
  BackfillHealth backfillHealthIndicator(ObjectProvider<Leadership> leadership) {
    Leadership present = leadership.getIfAvailable();
    if (present == null) {
      log.info("The backfill is off: offsession.stripe.secret-key is not set");
    }
    return new BackfillHealth(present);
  }

  @Configuration(proxyBeanMethods = false)
  @OnlyWithStripeKey
  static class On {

    @Bean
    BackfillLoop backfillLoop(BackfillWorker worker) {
      return new BackfillLoop(worker);
    }

    @Bean
    BackfillWorker backfillWorker(
        Leadership leadership,
        BackfillRegister register,
        Supplier<TopicEvents> topicEvents,
        EventList list,
        StripeEventPublisher publisher,
        Endpoints endpoints,
        BackfillProperties properties,
        MeterRegistry meters,
        Clock clock) {
      EventSink sink = new PublishingSink(publisher, endpoints.live(), BATCH_TIMEOUT, clock);
      return new BackfillWorker(
          leadership,
          register,
          topicEvents,
          (topic, report) ->
              new BackfillPass(
                  list,
                  topic,
                  sink,
                  endpoints.accounts(),
                  properties.listedEventsMax(),
                  BATCH_MAX,
                  BackfillWorker.whileHeld(leadership),
                  report,
                  clock),
          properties,
          new BackfillMeters(meters),
          clock);
    }
  }
}

package dev.offsession.ingest.webhooks.http;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.ingest.support.IngestService;
import dev.offsession.ingest.support.StripeEventsTopic;
import dev.offsession.ingest.webhooks.event.Payloads;
import dev.offsession.ingest.webhooks.event.Payloads.Payload;
import dev.offsession.parts.SharedParts;
import dev.offsession.schemas.StripeEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every type of Stripe's own payloads, in several versions, over HTTP and onto the topic. */
class PayloadsIT {

  @Test
  void arePublishedAsTheyAreWhateverTheirTypeAndVersion() {
    String run = UUID.randomUUID().toString();
    List<String> versions = Payloads.API_VERSIONS;
    List<Payload> payloads =
        IntStream.range(0, versions.size())
            .boxed()
            .flatMap(i -> Payloads.ofEveryType(run + i, versions.get(i)))
            .toList();

    try (IngestService service = new IngestService()) {
      assertThat(payloads)
          .allSatisfy(payload ->
              assertThat(service.post(payload.body(), IngestService.SECRET))
                  .as(payload.id())
                  .isEqualTo(200));
    }

    Map<String, StripeEvent> published =
        StripeEventsTopic.readAll(SharedParts.kafka().bootstrapServers()).stream()
            .filter(event -> event.getEventId().contains(run))
            .collect(toMap(StripeEvent::getEventId, event -> event));
    assertThat(published).hasSameSizeAs(payloads);
    assertThat(payloads)
        .allSatisfy(payload -> {
          StripeEvent event = requireNonNull(published.get(payload.id()));
          assertThat(event.getType()).isEqualTo(payload.type());
          assertThat(event.getObjectType()).isEqualTo(payload.object());
        });
  }
}

package dev.offsession.ingest.backfill.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offsession.ingest.backfill.domain.BackfillException;
import dev.offsession.ingest.backfill.domain.EventPage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPageReaderTest {

  private static final String FIRST =
      "{ \"id\":\"evt_2\", \"data\": {\"object\":{\"id\":\"pi_ü\"}},  \"created\": 12 }";
  private static final String SECOND = "{\"created\":11,\"id\":\"evt_1\"}";

  @Test
  void leavesEveryByteOfAnEventAsItStood() {
    EventPage page =
        read("{\"object\":\"list\",\"data\":[" + FIRST + " ,\n" + SECOND + "],\"has_more\":true}");

    assertThat(page.more()).isTrue();
    assertThat(page.events())
        .extracting(event -> new String(event.body(), UTF_8))
        .containsExactly(FIRST, SECOND);
    assertThat(page.events()).extracting(event -> event.id()).containsExactly("evt_2", "evt_1");
    assertThat(page.events().getFirst().created()).isEqualTo(Instant.ofEpochSecond(12));
  }

  @Test
  void readsAnEmptyLastPage() {
    EventPage page = read("{\"data\":[],\"has_more\":false,\"url\":\"/v1/events\"}");

    assertThat(page.events()).isEmpty();
    assertThat(page.more()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{}",
        "{\"data\":{}}",
        "{\"data\":[{}]}",
        "{\"data\":[{\"id\":7}]}",
        "{\"data\":[{\"id\":\"evt_1\"}",
        "<html>"
      })
  void refusesWhatIsNoListOfEvents(String answer) {
    assertThatThrownBy(() -> read(answer)).isInstanceOf(BackfillException.class);
  }

  private static EventPage read(String body) {
    return EventPageReader.read(body.getBytes(UTF_8));
  }
}

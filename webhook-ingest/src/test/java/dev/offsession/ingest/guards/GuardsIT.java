package dev.offsession.ingest.guards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.ingest.support.IngestService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The limits of the front door, by raw sockets; attacks and floods are in {@link FloodIT}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardsIT {

  private static final String TOO_LARGE = Attack.Wire.POST + "Content-Length: 524289\r\n\r\n";

  private IngestService service;

  @BeforeAll
  void start() {
    service =
        new IngestService(
            "--offsession.ingest.body-timeout=1s",
            "--offsession.ingest.guards.head-timeout=10s",
            "--offsession.ingest.guards.connections-max=100");
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void believesNoAnnouncementOverTheCap() throws Exception {
    assertThat(answer(TOO_LARGE)).startsWith("HTTP/1.1 413");
  }

  @Test
  void takesValidEventsWhileMoreConnectionsStandIdleThanThereMayBe() throws Exception {
    List<SocketWire> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        idle.add(new SocketWire(service.port()));
      }

      assertThat(service.send("evt_" + UUID.randomUUID(), IngestService.SECRET)).isEqualTo(200);

      assertThat(idle.getFirst().statusLine()).as("the first has gone").isEmpty();
      assertThat(service.get("/actuator/prometheus").body())
          .containsPattern("refused_total\\{.*reason=\"TOO_MANY_CONNECTIONS\"} [2-9]\\d\\d");
    } finally {
      for (SocketWire wire : idle) {
        wire.close();
      }
    }
  }

  @Test
  void countsWhatItRefuses() throws Exception {
    answer(TOO_LARGE);

    assertThat(service.get("/actuator/prometheus").body())
        .containsPattern("offsession_webhooks_refused_total\\{.*reason=\"BODY_TOO_LARGE\"");
  }

  @Test
  void timesWebhooksByTheirOutcome() {
    service.send("evt_" + UUID.randomUUID(), IngestService.SECRET);
    service.send("evt_" + UUID.randomUUID(), "whsec_wrong");

    assertThat(service.get("/actuator/prometheus").body())
        .containsPattern("offsession_webhooks_seconds_count\\{.*outcome=\"PUBLISHED\"")
        .containsPattern("offsession_webhooks_seconds_count\\{.*outcome=\"FORGED\"");
  }

  @Test
  void tellsWhetherItCanAcceptAndWhetherEventsFlow() {
    service.send("evt_" + UUID.randomUUID(), IngestService.SECRET);

    assertThat(service.get("/actuator/health/accept").body()).contains("\"free_places\":500");
    assertThat(service.get("/actuator/health/events").body())
        .contains("newest_event_age_seconds", "\"any_event_yet\":true")
        .contains("off: offsession.stripe.secret-key is not set");
  }

  private String answer(String request) throws IOException {
    try (SocketWire socket = new SocketWire(service.port())) {
      socket.send(request);
      return socket.statusLine();
    }
  }
}

package dev.offsession.ingest.guards;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.ingest.support.IngestService;
import dev.offsession.ingest.support.StripeEventsTopic;
import dev.offsession.parts.SharedParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Forged requests byte by byte over the wire: nothing is let in, and nothing is our failure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgeryIT {

  private static final Path CORPUS = Path.of("src/test/resources/signatures");
  private static final String PIECES = "tv01=,,,..-+ \t\r\n\0:abcdefABCDEF0123456789\u00e9\u00ff";
  private static final int RANDOM_REQUESTS = 2_000;

  private final JsonMapper json = new JsonMapper();
  private IngestService service;

  @BeforeAll
  void start() {
    service = new IngestService("--offsession.ingest.body-timeout=1s");
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void everyOneOfTheCorpusIsRefused() throws Exception {
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (Path file : files.sorted().toList()) {
        JsonNode aCase = json.readTree(file);
        byte[] body = Base64.getDecoder().decode(aCase.path("body_base64").asString());
        JsonNode header = aCase.path("header");
        String line = header.isNull() ? "" : "Stripe-Signature: " + header.asString() + "\r\n";

        assertThat(answer(line, body)).as("%s", file.getFileName()).matches("(HTTP/1.1 4.*)?");
      }
    }
  }

  @Test
  void noneOfManyAtRandomIsLetInOrBreaksIt() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    byte[] body = IngestService.event("evt_forged_at_random");
    for (int i = 0; i < RANDOM_REQUESTS; i++) {
      var header = new StringBuilder("Stripe-Signature: t=1795000000,v1=");
      for (int n = random.nextInt(60); n > 0; n--) {
        header.append(PIECES.charAt(random.nextInt(PIECES.length())));
      }

      assertThat(answer(header + "\r\n", body)).as("%s", header).matches("(HTTP/1.1 4.*)?");
    }
    assertThat(eventIds()).doesNotContain("evt_forged_at_random");
  }

  private static List<String> eventIds() {
    return StripeEventsTopic.readAll(SharedParts.kafka().bootstrapServers()).stream()
        .map(event -> event.getEventId())
        .toList();
  }

  private String answer(String header, byte[] body) throws IOException {
    try (SocketWire wire = new SocketWire(service.port())) {
      wire.send((Attack.Wire.POST + header).getBytes(ISO_8859_1));
      wire.send("Content-Length: " + body.length + "\r\n\r\n");
      wire.send(body);
      return wire.statusLine();
    }
  }
}

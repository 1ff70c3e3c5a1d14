package dev.offsession.ingest.webhooks.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file, one header and body, one expected answer: src/test/resources/signatures. */
class SignatureCorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/signatures");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SECRET = "whsec_corpus_live";
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000L);

  private record Case(
      String name,
      Verdict expected,
      @Nullable String header,
      String bodyBase64,
      List<String> secrets) {

    static Case of(Path file) {
      JsonNode json = JSON.readTree(file);
      List<String> secrets = new ArrayList<>();
      json.path("secrets").forEach(secret -> secrets.add(secret.asString()));
      JsonNode header = json.path("header");
      return new Case(
          String.valueOf(file.getFileName()),
          Verdict.valueOf(json.path("expect").asString()),
          header.isNull() ? null : header.asString(),
          json.path("body_base64").asString(),
          secrets.isEmpty() ? List.of(SECRET) : secrets);
    }

    Verdict verdict() {
      byte[] body = Base64.getDecoder().decode(bodyBase64);
      return new SignatureVerifier(secrets).verdict(header, body, NOW);
    }
  }

  @TestFactory
  Stream<DynamicTest> eachCaseHasItsAnswer() throws IOException {
    return cases().stream()
        .map(aCase ->
            DynamicTest.dynamicTest(
                aCase.name(), () -> assertThat(aCase.verdict()).isEqualTo(aCase.expected())));
  }

  @Test
  void holdsAtLeastEightyForgeries() throws IOException {
    assertThat(cases().stream().filter(c -> c.expected() != Verdict.SIGNED)).hasSizeGreaterThan(80);
  }

  private static List<Case> cases() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files.sorted().map(Case::of).toList();
    }
  }
}

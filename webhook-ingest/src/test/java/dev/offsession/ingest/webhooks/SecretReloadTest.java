package dev.offsession.ingest.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.offsession.ingest.webhooks.signature.Signing;
import dev.offsession.platform.settings.SettingException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class SecretReloadTest {

  private static final byte[] BODY = "{}".getBytes(UTF_8);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private Path folder = Path.of("none");
  private Path file = folder;

  @BeforeEach
  void write(@TempDir Path given) throws IOException {
    folder = given;
    file = folder.resolve("webhook-secret");
    Files.writeString(file, "whsec_old\n");
  }

  @Test
  void takesNewSecretsWithoutARestart() throws Exception {
    Endpoints endpoints = endpoints();
    try (var reload = new SecretReload(endpoints, meters)) {
      reload.every(Duration.ofMillis(20));
      assertThat(accepts(endpoints, "whsec_old")).isTrue();

      replace("whsec_new, whsec_old");
      await().until(() -> accepts(endpoints, "whsec_new"));
      assertThat(accepts(endpoints, "whsec_old")).as("both while rotating").isTrue();

      replace("whsec_new");
      await().until(() -> !accepts(endpoints, "whsec_old"));
      assertThat(accepts(endpoints, "whsec_new")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "sk_test_x", "whsec_new,", "whsec_new,oops", "whsec_"})
  void keepsTheOldSecretsAndAlarmsWhenTheFileIsBroken(String content) throws Exception {
    Endpoints endpoints = endpoints();
    try (var reload = new SecretReload(endpoints, meters)) {
      replace(content);
      reload.look();
      reload.look();

      assertThat(accepts(endpoints, "whsec_old")).isTrue();
      assertThat(accepts(endpoints, "whsec_new")).isFalse();
      assertThat(broken()).isEqualTo(1);
      assertThat(reloads("REFUSED")).as("one alarm for one break").isEqualTo(1);

      replace("whsec_new");
      reload.look();

      assertThat(accepts(endpoints, "whsec_new")).isTrue();
      assertThat(broken()).isZero();
    }
  }

  @Test
  void keepsTheOldSecretsWhenTheFileIsGone() throws Exception {
    Endpoints endpoints = endpoints();
    try (var reload = new SecretReload(endpoints, meters)) {
      Files.delete(file);
      reload.look();

      assertThat(accepts(endpoints, "whsec_old")).isTrue();
      assertThat(broken()).isEqualTo(1);
    }
  }

  @Test
  void rejectsNothingWhileSecretsRotateUnderLoad() throws Exception {
    Endpoints endpoints = endpoints();
    var stop = new AtomicBoolean();
    var rejected = new AtomicLong();
    var taken = new AtomicLong();
    Map<String, String> headers =
        Map.of(
            "whsec_old", Signing.header("whsec_old", BODY),
            "whsec_new", Signing.header("whsec_new", BODY));
    var current = new AtomicReference<>("whsec_old");
    try (var reload = new SecretReload(endpoints, meters)) {
      Thread stripe =
          Thread.ofVirtual()
              .start(() -> {
                while (!stop.get()) {
                  String signature = headers.get(current.get());
                  (accepted(endpoints, signature) ? taken : rejected).incrementAndGet();
                }
              });
      for (int i = 0; i < 50; i++) {
        replace("whsec_old,whsec_new");
        reload.look();
        String next = i % 2 == 0 ? "whsec_new" : "whsec_old";
        current.set(next);
        long seen = taken.get();
        await().pollInterval(Duration.ofMillis(1)).until(() -> taken.get() > seen + 100);
        replace(next);
        reload.look();
      }
      stop.set(true);
      stripe.join();
    }
    assertThat(rejected.get()).isZero();
    assertThat(taken.get()).isGreaterThan(5_000);
  }

  @Test
  void doesNotStartWithAFileThatCannotBeUsed() {
    assertThatThrownBy(() -> endpoints("file:" + folder.resolve("absent")))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("offsession.stripe.webhook-secret")
        .hasMessageContaining("must name a file with signing secrets");
  }

  private Endpoints endpoints() {
    return endpoints("file:" + file);
  }

  private static Endpoints endpoints(String secret) {
    MockEnvironment environment = new MockEnvironment();
    environment.setProperty("offsession.stripe.webhook-secret", secret);
    Duration second = Duration.ofSeconds(1);
    var properties =
        new IngestProperties(
            Map.of(),
            DataSize.ofKilobytes(1),
            second,
            DataSize.ofMegabytes(1),
            second,
            second,
            1,
            1,
            second,
            Optional.empty(),
            List.of("*"));
    return new Endpoints(properties, environment);
  }

  /** As a mounted secret is replaced: by moving another file over it. */
  private void replace(String content) throws IOException {
    Path next = Files.writeString(folder.resolve("next"), content);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean accepts(Endpoints endpoints, String secret) {
    return accepted(endpoints, Signing.header(secret, BODY));
  }

  private static boolean accepted(Endpoints endpoints, @Nullable String signature) {
    return endpoints
        .named("default")
        .orElseThrow()
        .verifier()
        .accepts(signature, BODY, Instant.now());
  }

  private double broken() {
    return meters.get("offsession.webhook.secrets.broken").gauge().value();
  }

  private double reloads(String outcome) {
    return meters
        .counter("offsession.webhook.secrets.reloads", "endpoint", "default", "outcome", outcome)
        .count();
  }
}

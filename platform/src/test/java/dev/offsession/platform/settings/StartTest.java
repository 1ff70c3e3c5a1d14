package dev.offsession.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.reactivestreams.client.MongoDatabase;
import com.stripe.StripeClient;
import dev.offsession.platform.kafka.EventPublisher;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/** A service that uses everything of the platform, started as an operator starts it. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

  private static final String SECRET = "sk_test_canary_51Hx";

  @Test
  void startsWithAllSettingsAndBuildsEveryPart() {
    try (var service = start(complete(), "dev")) {
      assertThat(service.getBean(EventPublisher.class)).isNotNull();
      assertThat(service.getBean(StripeClient.class)).isNotNull();
      assertThat(service.getBean(MongoDatabase.class).getName()).isEqualTo("offsession_test");
      assertThat(service.getEnvironment().getProperty("server.shutdown")).isEqualTo("graceful");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "offsession.kafka.bootstrap-servers, OFFSESSION_KAFKA_BOOTSTRAP_SERVERS",
    "offsession.schema-registry.url, OFFSESSION_SCHEMA_REGISTRY_URL",
    "offsession.mongodb.uri, OFFSESSION_MONGODB_URI",
    "offsession.mongodb.database, OFFSESSION_MONGODB_DATABASE",
    "offsession.stripe.secret-key, OFFSESSION_STRIPE_SECRET_KEY",
    "offsession.api-key, OFFSESSION_API_KEY",
    "test.merchant.support-contact, TEST_MERCHANT_SUPPORT_CONTACT",
  })
  void namesTheSettingThatIsMissingOrBlank(
      String property, String variable, CapturedOutput output) {
    for (String value : new String[] {null, "", "  "}) {
      assertThat(startFails(with(property, value), "dev")).isTrue();

      assertThat(output.getAll())
          .contains("APPLICATION FAILED TO START")
          .contains(
              "Setting "
                  + property
                  + " (environment variable "
                  + variable
                  + ") is missing: set it to start the service.")
          .doesNotContain(SECRET);
    }
  }

  @Test
  void namesAllMissingSettingsOfTheServiceAtOnce(CapturedOutput output) {
    Map<String, String> settings = with("offsession.api-key", null);
    settings.put("offsession.required-settings", "offsession.api-key,offsession.mail.from");

    assertThat(startFails(settings, "dev")).isTrue();

    assertThat(output.getAll())
        .contains("OFFSESSION_API_KEY) is missing")
        .contains("OFFSESSION_MAIL_FROM) is missing");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          offsession.kafka.max-block        | canary              | must be a duration, such as 30s or 24h.
          offsession.kafka.max-block        | -1s                 | must be longer than zero, such as 30s.
          offsession.kafka.poll-records-max | canary              | must be a whole number.
          offsession.kafka.poll-records-max | 0                   | must be a number above 0.
          offsession.schema-registry.url    | canary              | must be an address that starts with http or https.
          offsession.schema-registry.url    | ftp://canary        | must be an address that starts with http or https.
          offsession.mongodb.uri            | http://canary       | must be a MongoDB connection string (mongodb://…).
          offsession.stripe.read-timeout    | canary              | must be a duration, such as 30s or 24h.
          offsession.stripe.secret-key      | sk_live_canary      | must start with sk_test_ or rk_test_ unless profile live is active.
          offsession.stripe.publishable-key | pk_live_canary      | must start with pk_test_ unless profile live is active.
          offsession.stripe.api-base        | http://canary.example | or a simulator on this machine (127.0.0.1).
          test.merchant.support-contact     | x                   | size must be between 2 and 100.
          """)
  void saysWhatIsWrongWithAValueAndDoesNotRepeatIt(
      String property, String value, String problem, CapturedOutput output) {
    assertThat(startFails(with(property, value), "dev")).isTrue();

    assertThat(output.getAll())
        .contains("APPLICATION FAILED TO START")
        .contains("Setting " + property + " (environment variable ")
        .contains(problem)
        .doesNotContain("canary");
  }

  @Test
  void refusesATestKeyInProfileLiveAndBothProfilesTogether(CapturedOutput output) {
    assertThat(startFails(complete(), "live")).isTrue();
    assertThat(output.getAll())
        .contains("must start with sk_live_ or rk_live_ because profile live is active.");

    assertThat(startFails(complete(), "live", "dev")).isTrue();
    assertThat(output.getAll()).contains("must not hold both live and dev: choose one.");
  }

  @Test
  void refusesAWrongKeyBeforeItReachesForAnything(CapturedOutput output) {
    assertThat(startFails(with("offsession.stripe.secret-key", "sk_live_canary"), "needy"))
        .isTrue();

    assertThat(output.getAll())
        .contains("must start with sk_test_ or rk_test_")
        .doesNotContain(NeedyPart.REACHED);
  }

  /** {@code application.yaml} of these tests stands for a service's own. */
  @Test
  void aServicesOwnFileWinsOverTheDefaultsAndAMountedFileWinsOverBoth(@TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("test.order.mounted"), "file");
    Map<String, String> settings = complete();
    settings.put("OFFSESSION_CONFIG_DIR", folder.toString());

    try (var service = start(settings, "dev")) {
      var environment = service.getEnvironment();
      assertThat(environment.getProperty("server.netty.connection-timeout")).isEqualTo("7s");
      assertThat(environment.getProperty("test.order.mounted")).isEqualTo("file");
      assertThat(environment.getProperty("test.order.own")).isEqualTo("service");
      assertThat(environment.getProperty("spring.jackson.property-naming-strategy"))
          .as("what only the defaults set")
          .isEqualTo("SNAKE_CASE");
    }
  }

  @Test
  void readsSettingsFromMountedFiles(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("offsession.mongodb.database"), "from_file\n");
    Files.writeString(folder.resolve("offsession.kafka.bootstrap-servers"), "127.0.0.1:2");
    Map<String, String> settings = with("offsession.mongodb.database", null);
    settings.put("OFFSESSION_CONFIG_DIR", folder.toString());

    try (var service = start(settings, "dev")) {
      assertThat(service.getBean(MongoDatabase.class).getName()).isEqualTo("from_file");
      assertThat(service.getEnvironment().getProperty("offsession.kafka.bootstrap-servers"))
          .as("the command line wins over a file")
          .isEqualTo("127.0.0.1:1");
    }
  }

  private static boolean startFails(Map<String, String> settings, String... profiles) {
    return catchThrowable(() -> start(settings, profiles).close()) != null;
  }

  private static Map<String, String> with(String property, @Nullable String value) {
    Map<String, String> settings = complete();
    if (value == null) {
      settings.remove(property);
    } else {
      settings.put(property, value);
    }
    return settings;
  }

  private static ConfigurableApplicationContext start(
      Map<String, String> settings, String... profiles) {
    List<String> args = new ArrayList<>();
    settings.forEach((name, value) -> args.add("--" + name + "=" + value));
    args.add("--spring.profiles.active=" + String.join(",", profiles));
    args.add("--server.port=0");
    args.add("--server.address=127.0.0.1");
    return SpringApplication.run(Service.class, args.toArray(String[]::new));
  }

  private static Map<String, String> complete() {
    Map<String, String> settings = new HashMap<>();
    settings.put("offsession.kafka.bootstrap-servers", "127.0.0.1:1");
    settings.put("offsession.schema-registry.url", "http://127.0.0.1:1/apis/ccompat/v7");
    settings.put("offsession.mongodb.uri", "mongodb://127.0.0.1:1");
    settings.put("offsession.mongodb.database", "offsession_test");
    settings.put("offsession.stripe.secret-key", SECRET);
    settings.put("management.health.stripe.enabled", "false"); // Asks the real Stripe under "live".
    settings.put("offsession.api-key", "dev_api_key");
    settings.put("offsession.required-settings", "offsession.api-key");
    settings.put("test.merchant.support-contact", "the shop's desk");
    return settings;
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @EnableConfigurationProperties(MerchantProperties.class)
  @Import(NeedyPart.class)
  static class Service {}

  /** A part that reaches for its database while it is built, and says so. */
  @Profile("needy")
  static class NeedyPart {
    static final String REACHED = "reached for the database";

    NeedyPart(MongoDatabase database) {
      throw new IllegalStateException(REACHED + " " + database.getName());
    }
  }

  @Validated
  @ConfigurationProperties("test.merchant")
  record MerchantProperties(@NotBlank @Size(min = 2, max = 100) String supportContact) {}
}

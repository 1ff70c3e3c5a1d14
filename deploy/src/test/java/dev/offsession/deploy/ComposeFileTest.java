package dev.offsession.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.platform.provisioning.ProvisionCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeFileTest {
  private final ComposeFile compose = new ComposeFile();

  @Test
  void runsTheFourServices() {
    assertThat(compose.ourServices())
        .containsExactly(
            "charge-worker", "notifier-service", "payment-collector", "webhook-ingest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"charge-worker", "notifier-service", "payment-collector", "webhook-ingest"})
  void givesEachServiceWhatItCannotStartWithout(String service) {
    var required = KnownSettings.requiredBy(service);

    assertThat(required).as("settings that %s lists as required", service).isNotEmpty();
    assertThat(compose.settingsOf(service))
        .containsAll(required.stream().map(ComposeFile::environmentName).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"charge-worker", "notifier-service", "payment-collector", "webhook-ingest"})
  void givesNoServiceASettingThatNobodyReads(String service) {
    var known = new TreeSet<>(KnownSettings.ofRecords());
    known.addAll(KnownSettings.requiredBy(service));

    assertThat(compose.settingsOf(service))
        .isSubsetOf(known.stream().map(ComposeFile::environmentName).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"charge-worker", "notifier-service", "payment-collector", "webhook-ingest"})
  void runsTheImageThatTheBuildMakes(String service) throws IOException {
    var pom = Files.readString(Path.of("..", service, "pom.xml"));

    assertThat(pom).contains("<artifactId>jib-maven-plugin</artifactId>");
    assertThat(pom).contains("<artifactId>" + service + "</artifactId>");
    assertThat(compose.service(service).at("image").text())
        .isEqualTo("offsession/" + service + ":${OFFSESSION_VERSION:-" + version() + "}");
  }

  @Test
  void makesTopicsAndSchemasBeforeAnyServiceStarts() {
    assertThat(compose.service("provision").at("entrypoint").items())
        .extracting(Yaml::text)
        .contains("@/app/jib-classpath-file", ProvisionCommand.class.getName());
    for (var service : compose.ourServices()) {
      assertThat(compose.service(service).at("depends_on", "provision", "condition").text())
          .as(service)
          .isEqualTo("service_completed_successfully");
    }
  }

  @Test
  void letsNoTypoMakeATopic() {
    assertThat(compose.service("kafka").at("environment", "KAFKA_AUTO_CREATE_TOPICS_ENABLE").text())
        .isEqualTo("false");
  }

  @Test
  void definesEverySecretThatItUses() {
    assertThat(compose.secretsDefined()).isEqualTo(compose.secretsUsed());
  }

  @Test
  void keepsSecretsOutOfTheEnvironment() {
    for (var service : compose.ourServices()) {
      assertThat(compose.service(service).at("environment").entries().keySet())
          .as(service)
          .noneMatch(name ->
              name.contains("SECRET")
                  || name.contains("API_KEY")
                  || name.contains("PASSWORD")
                  || name.contains("PRIVATE"));
    }
  }

  @Test
  void offersFreshLinksAndOnePairOfPushKeys() {
    var pages = compose.service("payment-collector").at("environment");
    var prompts = compose.service("notifier-service").at("environment");

    assertThat(pages.at("OFFSESSION_NOTIFIER_URL").text())
        .isEqualTo("http://notifier-service:8080");
    assertThat(pages.at("OFFSESSION_PUSH_VAPID_PUBLIC_KEY").text())
        .isEqualTo("${VAPID_PUBLIC_KEY:-}")
        .isEqualTo(prompts.at("OFFSESSION_PUSH_VAPID_PUBLIC_KEY").text());
    assertThat(compose.settingsOf("notifier-service"))
        .contains("OFFSESSION_PUSH_VAPID_PRIVATE_KEY");
  }

  @Test
  void isReachableFromThisMachineOnly() throws IOException {
    var published =
        Files.readAllLines(Path.of("compose.yaml")).stream()
            .filter(line -> line.strip().startsWith("ports:"))
            .toList();

    assertThat(published).isNotEmpty().allMatch(line -> line.contains("[\"127.0.0.1:"));
  }

  private static String version() throws IOException {
    var pom = Files.readString(Path.of("pom.xml"));
    return pom.substring(
        pom.indexOf("<version>") + "<version>".length(), pom.indexOf("</version>"));
  }
}

package dev.offsession.deploy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The compose file of this folder. */
final class ComposeFile {
  private static final String CONFIG_FOLDER = "/run/config/offsession/";

  private final Yaml root = Yaml.read(Path.of("compose.yaml"));

  Yaml service(String name) {
    return root.at("services", name);
  }

  /** Compose services that run an image of ours, without the one-shots. */
  Set<String> ourServices() {
    var ours = new TreeSet<String>();
    root.at("services")
        .entries()
        .forEach((name, service) -> {
          if (service.at("image").text().startsWith("offsession/")
              && !service.at("entrypoint").isPresent()) {
            ours.add(name);
          }
        });
    return ours;
  }

  /** Every setting of ours that a service gets, as the name of its environment variable. */
  Set<String> settingsOf(String service) {
    var settings = new TreeSet<String>();
    service(service)
        .at("environment")
        .entries()
        .keySet()
        .forEach(name -> {
          if (name.startsWith("OFFSESSION_")) {
            settings.add(name);
          }
        });
    for (var secret : service(service).at("secrets").items()) {
      settings.add(environmentName(fileName(secret.at("target").text())));
    }
    return settings;
  }

  Set<String> secretsUsed() {
    var used = new TreeSet<String>();
    for (var service : root.at("services").entries().values()) {
      service.at("secrets").items().forEach(secret -> used.add(secret.at("source").text()));
    }
    return used;
  }

  Set<String> secretsDefined() {
    return new TreeSet<>(root.at("secrets").entries().keySet());
  }

  static String environmentName(String property) {
    return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  private static String fileName(String target) {
    if (!target.startsWith(CONFIG_FOLDER)) {
      throw new AssertionError(target + " is not where the services look for settings");
    }
    return target.substring(CONFIG_FOLDER.length());
  }
}

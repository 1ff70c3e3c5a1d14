package dev.offsession.deploy;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * The settings that the code reads: from the settings records, and from the lists of required ones.
 */
final class KnownSettings {
  private KnownSettings() {}

  /** Settings without which this service does not start. */
  static List<String> requiredBy(String service) {
    var file = Path.of("..", service, "src", "main", "resources", "application.yaml");
    return Yaml.read(file).at("offsession", "required-settings").items().stream()
        .map(Yaml::text)
        .toList();
  }

  /** Every property that a settings record of ours has a place for. */
  static Set<String> ofRecords() {
    var names = new TreeSet<String>();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    scanner
        .findCandidateComponents("dev.offsession")
        .forEach(found -> collect(load(String.valueOf(found.getBeanClassName())), names));
    return names;
  }

  private static void collect(Class<?> settings, Set<String> names) {
    var annotation = settings.getAnnotation(ConfigurationProperties.class);
    collect(settings, annotation.value() + annotation.prefix(), names);
  }

  private static void collect(Class<?> settings, String prefix, Set<String> names) {
    for (RecordComponent component : components(settings)) {
      var name = prefix + "." + dashed(component.getName());
      names.add(name);
      collect(component.getType(), name, names);
    }
  }

  private static List<RecordComponent> components(Class<?> type) {
    return type.isRecord() ? Arrays.asList(type.getRecordComponents()) : List.of();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, KnownSettings.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static String dashed(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}

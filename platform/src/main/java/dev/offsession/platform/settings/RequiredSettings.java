package dev.offsession.platform.settings;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings a service lists under {@code offsession.required-settings}. All that are missing are
 * reported together, before any part of the service is built.
 */
record RequiredSettings(Environment environment, List<String> names) {

  static RequiredSettings of(Environment environment) {
    List<String> names =
        Binder.get(environment)
            .bind("offsession.required-settings", Bindable.listOf(String.class))
            .orElse(List.of());
    return new RequiredSettings(environment, names);
  }

  void check() {
    List<String> missing = names.stream().filter(this::isBlank).toList();
    if (!missing.isEmpty()) {
      throw SettingException.missing(missing);
    }
  }

  private boolean isBlank(String name) {
    String value = environment.getProperty(name);
    return value == null || value.isBlank();
  }
}

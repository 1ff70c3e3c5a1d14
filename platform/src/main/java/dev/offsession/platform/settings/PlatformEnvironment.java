package dev.offsession.platform.settings;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Puts {@code offsession-defaults.yaml} below everything a service or an operator sets: into Spring
 * Boot's own source of default properties, the only one that stays below a service's {@code
 * application.yaml}. It runs before Spring Boot reads its files, so that the defaults can import
 * the folder of mounted settings.
 */
class PlatformEnvironment implements EnvironmentPostProcessor, Ordered {

  private static final String DEFAULTS = "offsession-defaults.yaml";

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER - 1;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      new YamlPropertySourceLoader()
          .load(DEFAULTS, new ClassPathResource(DEFAULTS))
          .forEach(source -> addDefaults(source, environment.getPropertySources()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + DEFAULTS, e);
    }
  }

  /** What the application itself sets as a default is closer to it than ours, and stays. */
  private static void addDefaults(PropertySource<?> source, MutablePropertySources sources) {
    PropertySource<?> present = sources.get(DefaultPropertiesPropertySource.NAME);
    if (source instanceof EnumerablePropertySource<?> defaults) {
      Map<String, Object> values = new HashMap<>();
      for (String name : defaults.getPropertyNames()) {
        if (present == null || !present.containsProperty(name)) {
          values.put(name, requireNonNull(defaults.getProperty(name)));
        }
      }
      DefaultPropertiesPropertySource.addOrMerge(values, sources);
    }
  }
}

package dev.offsession.platform.settings;

import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Stops the start, before any part of the service is built, when a setting that the service
 * declares as required has no value, or when the profiles contradict each other.
 */
@AutoConfiguration
class SettingsAutoConfiguration {

  @Bean
  static BeanFactoryPostProcessor requiredSettings(Environment environment) {
    return _ -> {
      RequiredSettings.of(environment).check();
      checkProfiles(environment);
    };
  }

  /** Profile live means real money, profile dev a simulator: never both. */
  private static void checkProfiles(Environment environment) {
    if (Arrays.asList(environment.getActiveProfiles()).containsAll(List.of("live", "dev"))) {
      throw SettingException.wrong(
          "spring.profiles.active", "must not hold both live and dev: choose one");
    }
  }
}

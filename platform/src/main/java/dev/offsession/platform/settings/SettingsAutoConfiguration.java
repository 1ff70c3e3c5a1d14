package dev.offsession.platform.settings;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Stops the start when a setting that the service declares as required has no value. */
@AutoConfiguration
class SettingsAutoConfiguration {

  @Bean
  static BeanFactoryPostProcessor requiredSettings(Environment environment) {
    return _ -> RequiredSettings.of(environment).check();
  }
}

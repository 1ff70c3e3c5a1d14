package dev.offsession.platform.provisioning;

import dev.offsession.platform.avro.SchemaRegistryProperties;
import dev.offsession.platform.settings.Setting;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Makes topics and schemas, then ends: a job of each deployment, before the services start. Takes
 * {@code offsession.kafka.*}, {@code offsession.schema-registry.*} and {@code
 * offsession.provisioning.*} from the same places as the services. Exit code 0 only when all is
 * there.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  ProvisioningProperties.class,
  SchemaRegistryProperties.class,
  KafkaProperties.class
})
public class ProvisionCommand {

  private static final String BOOTSTRAP_SERVERS = "offsession.kafka.bootstrap-servers";

  /** Ends with exit code 1 and the reason when something cannot be made. */
  public static void main(String[] args) {
    try (var context =
        new SpringApplicationBuilder(ProvisionCommand.class)
            .web(WebApplicationType.NONE)
            .run(args)) {
      context.getBean(Provisioner.class).provision();
    }
  }

  @Bean
  Provisioner provisioner(
      Environment environment,
      KafkaProperties kafka,
      SchemaRegistryProperties registry,
      ProvisioningProperties properties) {
    Map<String, Object> admin = new HashMap<>(kafka.buildAdminProperties());
    String servers =
        Setting.required(BOOTSTRAP_SERVERS, environment.getProperty(BOOTSTRAP_SERVERS));
    admin.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    return new Provisioner(admin, registry.asSettings(), properties);
  }
}

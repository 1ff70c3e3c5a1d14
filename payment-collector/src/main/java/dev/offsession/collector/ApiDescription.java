package dev.offsession.collector;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document of the merchant's API; served in profile {@code dev}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String BEARER = "api_key";

  @Bean
  OpenAPI openApi() {
    var scheme = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
    return new OpenAPI()
        .info(
            new Info()
                .title("Offsession payment-collector")
                .version("v1")
                .description("Customers and the cards they saved. Errors are RFC 9457 problems."))
        .components(new Components().addSecuritySchemes(BEARER, scheme))
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }

  /** The document is made from Java's names; the JSON has snake_case ones. */
  @Bean
  GlobalOpenApiCustomizer snakeCase() {
    return api -> api.getComponents().getSchemas().values().forEach(ApiDescription::rename);
  }

  // The library itself declares the map of properties with the raw type.
  @SuppressWarnings("rawtypes")
  private static void rename(Schema<?> schema) {
    @Nullable Map<String, Schema> properties = schema.getProperties();
    if (properties != null) {
      Map<String, Schema> renamed = new LinkedHashMap<>();
      properties.forEach((name, property) -> renamed.put(snake(name), property));
      schema.setProperties(renamed);
    }
    @Nullable List<String> required = schema.getRequired();
    if (required != null) {
      schema.setRequired(required.stream().map(ApiDescription::snake).toList());
    }
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}

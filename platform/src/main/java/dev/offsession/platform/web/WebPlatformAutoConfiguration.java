package dev.offsession.platform.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import tools.jackson.databind.json.JsonMapper;

/** What every HTTP answer of ours has in common. */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
@ConditionalOnClass(DispatcherHandler.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class WebPlatformAutoConfiguration {

  @Bean
  @Order(-200)
  WebFilter securityHeaders() {
    return new SecurityHeaders();
  }

  /** The merchant's systems. */
  @Bean
  @Order(-100)
  WebFilter apiKeyFilter(@Value("${offsession.api-key:}") String token) {
    return new BearerFilter("/v1/**", token);
  }

  /** Our own services. */
  @Bean
  @Order(-100)
  WebFilter internalApiKeyFilter(@Value("${offsession.internal-api-key:}") String token) {
    return new BearerFilter("/internal/**", token);
  }

  @Bean
  WebExceptionHandler problemHandler(JsonMapper json) {
    return new ProblemHandler(json);
  }
}

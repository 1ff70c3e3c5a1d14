package dev.offsession.notifier.prompting.http;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Makes clients for the other services: snake_case JSON, Bearer key, bounded waiting. */
public final class ServiceClients {
  private final Duration connectTimeout;
  private final Duration readTimeout;

  /** Every call of the clients waits no longer than these. */
  public ServiceClients(Duration connectTimeout, Duration readTimeout) {
    this.connectTimeout = connectTimeout;
    this.readTimeout = readTimeout;
  }

  /** A client for the service at this address. */
  public RestClient client(String baseUrl, String bearerKey) {
    return RestClient.builder()
        .baseUrl(baseUrl)
        .requestFactory(requests())
        .defaultHeaders(headers -> headers.setBearerAuth(bearerKey))
        .configureMessageConverters(
            converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json())))
        .build();
  }

  private JdkClientHttpRequestFactory requests() {
    var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    var factory = new JdkClientHttpRequestFactory(http);
    factory.setReadTimeout(readTimeout);
    return factory;
  }

  private static JsonMapper json() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();
  }
}

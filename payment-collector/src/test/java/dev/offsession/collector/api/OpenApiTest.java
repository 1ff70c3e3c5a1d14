package dev.offsession.collector.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.collector.support.RunningCollector;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest {
  @Test
  void describesTheMerchantsApiAsItIs() {
    RunningCollector.get()
        .anonymous()
        .get()
        .uri("/v3/api-docs")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.openapi")
        .value(String.class, version -> assertThat(version).startsWith("3.1"))
        .jsonPath("$.paths['/v1/customers/{reference}'].put")
        .exists()
        .jsonPath("$.paths['/v1/customers/{reference}/capture-sessions'].post")
        .exists()
        .jsonPath("$.paths['/internal/v1/links']")
        .doesNotExist()
        .jsonPath("$.paths['/pay/{token}']")
        .doesNotExist()
        .jsonPath("$.components.schemas.PutCustomer.properties.time_zone")
        .exists()
        .jsonPath("$.components.schemas.CaptureSession.properties.client_secret")
        .exists();
  }

  @Test
  void leavesNoRouteOfTheMerchantsOut() {
    var collector = RunningCollector.get();
    var mapped =
        collector.routes().getHandlerMethods().keySet().stream()
            .flatMap(route ->
                route.getPatternsCondition().getPatterns().stream()
                    .map(path -> path.getPatternString())
                    .filter(path -> path.startsWith("/v1/"))
                    .flatMap(path ->
                        route.getMethodsCondition().getMethods().stream()
                            .map(method -> method.name().toLowerCase(Locale.ROOT) + " " + path)))
            .toList();
    var described = new ArrayList<String>();
    paths(collector)
        .forEachEntry((path, operations) ->
            operations.propertyNames().forEach(method -> described.add(method + " " + path)));

    assertThat(mapped).isNotEmpty();
    assertThat(described).containsExactlyInAnyOrderElementsOf(mapped);
  }

  private static JsonNode paths(RunningCollector collector) {
    var body =
        collector.anonymous().get().uri("/v3/api-docs").exchange().expectBody().returnResult();
    return JsonMapper.builder()
        .build()
        .readTree(Objects.requireNonNull(body.getResponseBodyContent()))
        .path("paths");
  }
}

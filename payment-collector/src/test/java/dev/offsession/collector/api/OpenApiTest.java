package dev.offsession.collector.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.collector.support.RunningCollector;
import org.junit.jupiter.api.Test;

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
}

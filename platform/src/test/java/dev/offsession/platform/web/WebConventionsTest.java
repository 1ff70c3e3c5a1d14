package dev.offsession.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebConventionsTest {

  private static final String ORDER =
      """
      {"customer_email":"a@b.example","lines":[{"unit_price":1}]}\
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext service;

  @BeforeAll
  void start() {
    service =
        new SpringApplicationBuilder(Service.class)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--offsession.kafka.bootstrap-servers=127.0.0.1:1",
                "--offsession.schema-registry.url=http://127.0.0.1:1",
                "--offsession.mongodb.uri=mongodb://127.0.0.1:1",
                "--offsession.mongodb.database=x",
                "--offsession.stripe.secret-key=sk_test_x",
                "--offsession.api-key=key_1");
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void speaksSnakeCase() throws Exception {
    HttpResponse<String> answer = post("/v1/orders", ORDER);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"order_total\":1}");
  }

  @Nested
  class Problems {

    @Test
    void carryCodeDetailAndPointer() throws Exception {
      HttpResponse<String> answer = get("/v1/refused");

      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      JsonNode problem = json(answer);
      assertThat(problem.path("type").asString()).isEqualTo("urn:offsession:problem:too_late");
      assertThat(problem.path("title").asString()).isNotBlank();
      assertThat(problem.path("status").asInt()).isEqualTo(422);
      assertThat(problem.path("code").asString()).isEqualTo("too_late");
      assertThat(problem.path("detail").asString()).isEqualTo("The order has left.");
      assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/order/sent_at");
    }

    @ParameterizedTest(name = "{0} is about {1}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"lines\":[]} | /customer_email | invalid_request",
          "{\"customer_email\":\"x\",\"lines\":[]} | /customer_email | invalid_request",
          "{\"customer_email\":\"a@b.example\"} | /lines | invalid_request",
          "{\"customer_email\":\"a@b.example\",\"lines\":[{\"unit_price\":1},{\"unit_price\":0}]} | /lines/1/unit_price | invalid_request",
          "{\"customer_email\":\"a@b.example\",\"lines\":[{\"unit_price\":\"x\"}]} | /lines/0/unit_price | invalid_json",
          "{\"customer_email\":\"a@b.example\",\"lines\":7} | /lines | invalid_json",
        })
    void pointToTheFieldAtFault(String body, String pointer, String code) throws Exception {
      HttpResponse<String> answer = post("/v1/orders", body);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(json(answer).path("code").asString()).isEqualTo(code);
      assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "no JSON", "[1", "\"\\ud800"})
    void answerAnyUnreadableBody(String body) throws Exception {
      HttpResponse<String> answer = post("/v1/orders", body);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(json(answer).path("status").asInt()).isEqualTo(400);
    }

    @Test
    void answerTooDeepNesting() throws Exception {
      String deep = "[".repeat(70) + "]".repeat(70);

      assertThat(post("/v1/orders", "{\"lines\":" + deep + "}").statusCode()).isEqualTo(400);
    }

    @Test
    void answerWhatTheFrameworkRefuses() throws Exception {
      assertThat(json(get("/v1/nothing")).path("code").asString()).isEqualTo("not_found");
      assertThat(get("/v1/orders").statusCode()).isEqualTo(405);
      HttpResponse<String> text =
          send(
              request("/v1/orders")
                  .header("Content-Type", "text/plain")
                  .POST(BodyPublishers.ofString("x"))
                  .build());
      assertThat(text.statusCode()).isEqualTo(415);
      assertThat(json(text).path("code").asString()).isEqualTo("unsupported_media_type");
    }

    @Test
    void tellNothingAboutOurOwnFailuresButTheLog(CapturedOutput output) throws Exception {
      HttpResponse<String> answer = get("/v1/broken");

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(json(answer).path("code").asString()).isEqualTo("internal_error");
      assertThat(answer.body()).doesNotContain("inner detail");
      assertThat(output.getAll()).contains("GET /v1/broken failed").contains("inner detail");
    }
  }

  @Nested
  class ApiKeys {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Bearer wrong",
          "Bearer ",
          "Bearer",
          "Bearer key_1x",
          "Bearer key_",
          "Basic key_1",
          "key_1",
          "Bearer KEY_1",
          "Bearer key_1, Bearer key_1"
        })
    void areChecked(String authorization) throws Exception {
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(uri("/v1/hello"))
                  .header("Authorization", authorization)
                  .build());

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(json(answer).path("code").asString()).isEqualTo("unauthorized");
      assertThat(answer.body()).doesNotContain("key_1");
    }

    @Test
    void areNeededAndOpenTheApi() throws Exception {
      assertThat(send(HttpRequest.newBuilder(uri("/v1/hello")).build()).statusCode())
          .isEqualTo(401);
      assertThat(get("/v1/hello").body()).isEqualTo("hello");
    }

    @Test
    void areNeededForAnyWayToWriteThePath() throws Exception {
      for (String path : List.of("/v1/hello/", "/v1//hello", "/v1/./hello", "/v1;x=1/hello")) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path)).build());

        assertThat(answer.statusCode()).as(path).isIn(401, 404);
        assertThat(answer.body()).as(path).isNotEqualTo("hello");
      }
    }

    @Test
    void thatAreNotConfiguredOpenNothing() throws Exception {
      assertThat(get("/internal/v1/hello").statusCode()).isEqualTo(401);
      assertThat(
              send(HttpRequest.newBuilder(uri("/internal/v1/hello"))
                      .header("Authorization", "Bearer ")
                      .build())
                  .statusCode())
          .isEqualTo(401);
    }

    @Test
    void areNotAskedForElsewhere() throws Exception {
      HttpResponse<String> page = send(HttpRequest.newBuilder(uri("/pay/token")).build());

      assertThat(page.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void setsStrictHeadersWhereAPageSetsNone() throws Exception {
    HttpResponse<String> api = get("/v1/hello");
    HttpResponse<String> refused = get("/v1/refused");
    HttpResponse<String> page = get("/pay/token");

    for (HttpResponse<String> answer : List.of(api, refused)) {
      assertThat(answer.headers().map())
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("x-frame-options", List.of("DENY"))
          .containsEntry("referrer-policy", List.of("no-referrer"))
          .containsEntry("cache-control", List.of("no-store"))
          .containsEntry(
              "content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"))
          .containsKeys("strict-transport-security", "permissions-policy");
    }
    assertThat(page.headers().allValues("content-security-policy"))
        .containsExactly("default-src 'self'");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private URI uri(String path) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer key_1");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).build());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString());
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Routes.class)
  static class Service {}

  record Line(@Positive int unitPrice) {}

  record Order(@NotBlank @Email String customerEmail, @NotNull List<@Valid Line> lines) {}

  @RestController
  static class Routes {
    @PostMapping("/v1/orders")
    Map<String, Integer> order(@Valid @RequestBody Order order) {
      return Map.of("order_total", order.lines().stream().mapToInt(Line::unitPrice).sum());
    }

    @GetMapping("/v1/hello")
    String hello() {
      return "hello";
    }

    @GetMapping("/internal/v1/hello")
    String internal() {
      return "hello";
    }

    @GetMapping("/v1/refused")
    String refused() {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT, "too_late", "The order has left.", "/order/sent_at");
    }

    @GetMapping("/v1/broken")
    String broken() {
      throw new IllegalStateException("inner detail");
    }

    @GetMapping("/pay/{token}")
    ResponseEntity<String> page() {
      return ResponseEntity.ok()
          .header("Content-Security-Policy", "default-src 'self'")
          .body("page");
    }
  }
}

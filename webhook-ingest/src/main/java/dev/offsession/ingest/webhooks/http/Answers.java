package dev.offsession.ingest.webhooks.http;

import dev.offsession.ingest.webhooks.Intake;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fixed answers to webhooks, written down once: a flood of refusals is not to cost more than what
 * it keeps out. They repeat nothing of the request and look like all our problems (RFC 9457).
 */
final class Answers {

  /**
   * @param problem the body; empty for none
   */
  private record Answer(HttpStatus status, ByteBuffer problem) {
    static final Answer OK = new Answer(HttpStatus.OK, ByteBuffer.allocate(0));
  }

  private final JsonMapper json;
  private final Map<Intake, Answer> answers = new EnumMap<>(Intake.class);

  Answers(JsonMapper json) {
    this.json = json;
    for (Intake outcome : Intake.values()) {
      answers.put(outcome, answer(outcome));
    }
  }

  Mono<Void> write(Intake outcome, ServerHttpResponse response) {
    Answer answer = answers.getOrDefault(outcome, Answer.OK);
    response.setStatusCode(answer.status);
    response.getHeaders().setContentLength(answer.problem.remaining());
    if (answer.problem.remaining() == 0) {
      return response.setComplete();
    }
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(answer.problem.duplicate())));
  }

  private Answer answer(Intake outcome) {
    return switch (outcome) {
      case PUBLISHED, DUPLICATE -> Answer.OK;
      case FORGED ->
          problem(HttpStatus.BAD_REQUEST, "invalid_signature", "The signature is invalid.");
      case UNUSABLE ->
          problem(HttpStatus.BAD_REQUEST, "unusable_event", "This is no snapshot event.");
      case MISDIRECTED ->
          problem(
              HttpStatus.BAD_REQUEST,
              "misdirected_event",
              "The event's mode or account is not this endpoint's.");
      case UNKNOWN_ENDPOINT ->
          problem(HttpStatus.NOT_FOUND, "unknown_endpoint", "There is no such endpoint.");
      case NOT_NOW, NO_ROOM ->
          problem(HttpStatus.SERVICE_UNAVAILABLE, "not_now", "Please send the event again later.");
    };
  }

  private Answer problem(HttpStatus status, String code, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:offsession:problem:" + code);
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail);
    problem.put("code", code);
    return new Answer(status, ByteBuffer.wrap(json.writeValueAsBytes(problem)));
  }
}

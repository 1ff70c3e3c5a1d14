package dev.offsession.ingest.webhooks.http;

import dev.offsession.ingest.webhooks.Intake;
import dev.offsession.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Fixed answers to webhooks that are not taken in. They repeat nothing of the request. */
final class Refusals {

  private Refusals() {}

  static ProblemException of(Intake outcome) {
    return switch (outcome) {
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
      case NOT_NOW ->
          problem(HttpStatus.SERVICE_UNAVAILABLE, "not_now", "Please send the event again later.");
      case PUBLISHED, DUPLICATE -> throw new IllegalArgumentException(outcome + " is no refusal");
    };
  }

  private static ProblemException problem(HttpStatus status, String code, String detail) {
    return new ProblemException(status, code, detail);
  }
}

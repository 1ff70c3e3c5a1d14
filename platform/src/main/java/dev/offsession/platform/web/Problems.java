package dev.offsession.platform.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Exceptions to problems: what a caller may know about each. */
final class Problems {

  private Problems() {}

  static Problem of(Throwable thrown) {
    return switch (thrown) {
      case ProblemException refusal -> refusal.problem();
      case WebExchangeBindException invalid -> invalid(invalid.getFieldErrors());
      case ServerWebInputException unreadable -> unreadable(unreadable);
      case ResponseStatusException refused -> refused(refused);
      default ->
          Problem.of(
              HttpStatus.INTERNAL_SERVER_ERROR,
              "internal_error",
              "Something went wrong on our side.");
    };
  }

  private static Problem invalid(List<FieldError> errors) {
    Problem problem =
        Problem.of(HttpStatus.BAD_REQUEST, "invalid_request", "Some fields are not valid.");
    for (FieldError error : errors) {
      String message = String.valueOf(error.getDefaultMessage());
      problem = problem.at(pointer(error.getField()), message);
    }
    return problem;
  }

  private static Problem unreadable(ServerWebInputException thrown) {
    JacksonException json = jsonTrouble(thrown);
    Problem problem =
        Problem.of(
            thrown.getStatusCode(),
            json == null ? "invalid_request" : "invalid_json",
            json == null ? String.valueOf(thrown.getReason()) : "The body cannot be read as JSON.");
    return json instanceof DatabindException misfit && !misfit.getPath().isEmpty()
        ? problem.at(pointer(misfit), "has the wrong type")
        : problem;
  }

  private static Problem refused(ResponseStatusException thrown) {
    HttpStatus status = HttpStatus.resolve(thrown.getStatusCode().value());
    String code = status == null ? "error" : status.name().toLowerCase(Locale.ROOT);
    String detail = status == null ? "The request was refused." : status.getReasonPhrase() + ".";
    return Problem.of(thrown.getStatusCode(), code, detail);
  }

  private static @org.jspecify.annotations.Nullable JacksonException jsonTrouble(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof JacksonException json) {
        return json;
      }
    }
    return null;
  }

  private static String pointer(DatabindException misfit) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : misfit.getPath()) {
      pointer
          .append('/')
          .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
    return pointer.toString();
  }

  /** Java's {@code lines[0].unitPrice} is {@code /lines/0/unit_price} in the body. */
  static String pointer(String javaPath) {
    String snake = javaPath.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return "/" + snake.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
  }
}

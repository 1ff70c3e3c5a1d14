package dev.offsession.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * The body of a refusal, as RFC 9457 has it.
 *
 * @param type names the kind of problem; the same for every occurrence of one code
 * @param title the status in words
 * @param code the last part of {@code type}, for programs that switch on it
 * @param errors which fields are at fault, where the problem is about fields
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors) {

  /**
   * @param pointer JSON pointer into the request's body, such as {@code /email}
   */
  record FieldProblem(String pointer, String detail) {}

  static Problem of(HttpStatusCode status, String code, String detail) {
    HttpStatus known = HttpStatus.resolve(status.value());
    String title = known == null ? "Error" : known.getReasonPhrase();
    return new Problem(
        "urn:offsession:problem:" + code, title, status.value(), detail, code, List.of());
  }

  Problem at(String pointer, String fieldDetail) {
    List<FieldProblem> more = new ArrayList<>(errors);
    more.add(new FieldProblem(pointer, fieldDetail));
    return new Problem(type, title, status, detail, code, List.copyOf(more));
  }
}

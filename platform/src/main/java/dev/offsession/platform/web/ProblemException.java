package dev.offsession.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A refusal of a request, answered as {@code application/problem+json} (RFC 9457). */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final String detail;
  private final @Nullable String pointer;

  /**
   * @param code stable code for programs, such as {@code customer_unknown}
   * @param detail one English sentence for people; no secret, no personal data
   * @param pointer JSON pointer to the field at fault, such as {@code /email}, or null
   */
  public ProblemException(HttpStatus status, String code, String detail, @Nullable String pointer) {
    super(code + ": " + detail);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.pointer = pointer;
  }

  /** A refusal that is about no single field. */
  public ProblemException(HttpStatus status, String code, String detail) {
    this(status, code, detail, null);
  }

  Problem problem() {
    Problem problem = Problem.of(status, code, detail);
    return pointer == null ? problem : problem.at(pointer, detail);
  }
}

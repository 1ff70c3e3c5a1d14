package dev.offsession.parts.process;

import java.nio.file.Path;
import java.util.List;

/** A part did not start, or ended by itself. Carries what a person needs to see why. */
public final class PartFailedException extends RuntimeException {
  private final String part;
  private final String reason;
  private final Path log;
  private final List<String> lastLines;

  /**
   * @param part name of the part, as the person knows it
   * @param reason what happened, as the end of a sentence that begins with the name
   * @param log file with everything the part said
   * @param lastLines the end of that file
   */
  public PartFailedException(String part, String reason, Path log, List<String> lastLines) {
    super(part + " " + reason + "; see " + log + "\n" + String.join("\n", lastLines));
    this.part = part;
    this.reason = reason;
    this.log = log;
    this.lastLines = List.copyOf(lastLines);
  }

  /** Name of the part that failed. */
  public String part() {
    return part;
  }

  /** What happened, as the end of a sentence that begins with the name. */
  public String reason() {
    return reason;
  }

  /** File with everything the part said. */
  public Path log() {
    return log;
  }

  /** The last lines of the log. */
  public List<String> lastLines() {
    return lastLines;
  }
}

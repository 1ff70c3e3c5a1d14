package dev.offsession.platform.settings;

import java.util.List;

/**
 * Settings that keep a service from starting, as sentences for an operator. A sentence names the
 * property and its environment variable, and never repeats the value, which may be a secret.
 */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> sentences;

  private SettingException(List<String> sentences) {
    super(String.join(" ", sentences));
    this.sentences = List.copyOf(sentences);
  }

  /** The property has no value. */
  public static SettingException missing(String property) {
    return new SettingException(List.of(missingSentence(property)));
  }

  /** Several properties have no value; the operator sees all of them at once. */
  public static SettingException missing(List<String> properties) {
    return new SettingException(
        properties.stream().map(SettingException::missingSentence).toList());
  }

  /**
   * The property has a value that cannot be used.
   *
   * @param problem the rest of the sentence behind the name, such as "must be a positive number"
   */
  public static SettingException wrong(String property, String problem) {
    return new SettingException(List.of(named(property) + " " + problem + "."));
  }

  /** Several refusals as one. */
  static SettingException all(List<SettingException> refusals) {
    return new SettingException(
        refusals.stream().flatMap(refusal -> refusal.sentences.stream()).toList());
  }

  /** One sentence for each setting. */
  List<String> sentences() {
    return sentences;
  }

  private static String missingSentence(String property) {
    return named(property) + " is missing: set it to start the service.";
  }

  private static String named(String property) {
    return "Setting " + property + " (environment variable " + EnvironmentName.of(property) + ")";
  }
}

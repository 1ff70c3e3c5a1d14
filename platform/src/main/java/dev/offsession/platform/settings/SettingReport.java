package dev.offsession.platform.settings;

import org.springframework.boot.diagnostics.FailureAnalysis;

/** What an operator reads when a service does not start because of its settings. */
final class SettingReport {

  private static final String ACTION =
      "Set it in the environment, in application.yaml, or as a file of that name in the folder"
          + " OFFSESSION_CONFIG_DIR (default /run/config/offsession).";

  private SettingReport() {}

  /** The original exceptions stay out of the report: their messages may repeat a value. */
  static FailureAnalysis of(SettingException refused) {
    String description = String.join(System.lineSeparator(), refused.sentences());
    return new FailureAnalysis(description, ACTION, refused);
  }
}

package dev.offsession.notifier.prompting.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a mail says, in finished sentences; the two templates only lay it out.
 *
 * @param preheader what mail programs show behind the subject
 * @param paragraphs what happened, and what to do
 * @param facts label and value of each line of the table
 * @param action the one thing to do; null when there is nothing to do
 * @param notes what happens if nothing is done, and what we never ask
 * @param preferences where reminders are switched off; null where they cannot be
 * @param signature who wrote, and who answers questions
 */
record Letter(
    String language,
    String subject,
    String preheader,
    Look look,
    String greeting,
    String heading,
    List<String> paragraphs,
    List<Fact> facts,
    @Nullable Action action,
    List<String> notes,
    @Nullable Preferences preferences,
    List<String> signature) {

  /**
   * The merchant's brand.
   *
   * @param logo address of an image; null for the name alone
   * @param accent colour of the button
   */
  record Look(String shop, @Nullable String logo, String accent) {}

  /** One line of the table. */
  record Fact(String label, String value) {}

  /**
   * The button.
   *
   * @param introduction of the same link as text
   */
  record Action(String button, String introduction, String link) {}

  /** A line with a link of its own. */
  record Preferences(String introduction, String link) {}
}

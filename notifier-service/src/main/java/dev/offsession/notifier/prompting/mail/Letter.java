package dev.offsession.notifier.prompting.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a mail says, in finished sentences; the two templates only lay it out.
 *
 * @param preheader what mail programs show behind the subject
 * @param paragraphs what happened, and what to do
 * @param facts label and value of each line of the table
 * @param notes what happens if nothing is done, and what we never ask
 */
record Letter(
    String language,
    String subject,
    String preheader,
    String shop,
    String greeting,
    String heading,
    List<String> paragraphs,
    List<Fact> facts,
    String button,
    String linkIntroduction,
    String link,
    List<String> notes,
    @Nullable String signature) {

  /** One line of the table. */
  record Fact(String label, String value) {}
}

package dev.offsession.notifier.prompting.words;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Our sentences in one reader's language. Numbers and dates follow the same language. */
public final class Words {
  private final Locale locale;
  private final Map<String, String> sentences;

  Words(Locale locale, Map<String, String> sentences) {
    this.locale = locale;
    this.sentences = Map.copyOf(sentences);
  }

  /** Language, and region where the reader has one. */
  public Locale locale() {
    return locale;
  }

  /** Language tag for a document. */
  public String language() {
    return locale.getLanguage();
  }

  /** True when there is such a sentence. */
  public boolean has(String key) {
    return sentences.containsKey(key);
  }

  /**
   * The sentence with its gaps filled.
   *
   * @throws IllegalArgumentException when there is no such sentence
   */
  public String text(String key, Object... values) {
    return new MessageFormat(sentence(key), locale).format(values);
  }

  /** A moment in the reader's own time zone, with the zone's name. */
  public String moment(Instant instant, ZoneId zone) {
    return written("format.moment", instant, zone);
  }

  /** A day in the reader's own time zone. */
  public String day(Instant instant, ZoneId zone) {
    return written("format.day", instant, zone);
  }

  private String written(String format, Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern(sentence(format), locale).format(instant.atZone(zone));
  }

  private String sentence(String key) {
    var sentence = sentences.get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("no sentence " + key + " in " + language());
    }
    return sentence;
  }
}

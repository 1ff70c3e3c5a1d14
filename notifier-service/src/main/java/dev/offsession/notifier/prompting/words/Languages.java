package dev.offsession.notifier.prompting.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The languages customers are written in. A language is a file {@code words/<code>.properties}, and
 * nothing else: whoever adds the file has added the language.
 */
public final class Languages {
  /** Where a language does not say it, such as the names of card brands, this one does. */
  private static final String ORIGINAL = "en";

  private static final Locale ORIGINAL_REGION = Locale.US;

  private final Map<String, Optional<Map<String, String>>> read = new ConcurrentHashMap<>();
  private final List<String> offered;

  private Languages(List<String> offered) {
    this.offered = List.copyOf(offered);
  }

  /** Every language that has a file; English for everybody else. */
  public static Languages all() {
    return new Languages(List.of());
  }

  /**
   * These languages only; the first for everybody else.
   *
   * @throws IllegalArgumentException when one of them has no file
   */
  public static Languages of(List<String> codes) {
    var languages = new Languages(codes);
    for (var code : codes) {
      if (languages.sentences(code).isEmpty()) {
        throw new IllegalArgumentException("there is no file words/" + code + ".properties");
      }
    }
    return languages;
  }

  /** The words for a reader who asked for this locale. */
  public Words wordsFor(Locale asked) {
    var language = asked.getLanguage();
    return (offered.isEmpty() || offered.contains(language)) && sentences(language).isPresent()
        ? words(language, asked)
        : words(fallback(), Locale.forLanguageTag(fallback()));
  }

  private String fallback() {
    return offered.isEmpty() ? ORIGINAL : offered.getFirst();
  }

  private Words words(String language, Locale locale) {
    var sentences = new HashMap<>(sentences(ORIGINAL).orElseThrow());
    sentences.putAll(sentences(language).orElseThrow());
    return new Words(withRegion(locale), sentences);
  }

  /** Plain English is American: its currency symbols would be ambiguous otherwise. */
  private static Locale withRegion(Locale locale) {
    return locale.getLanguage().equals(ORIGINAL) && locale.getCountry().isEmpty()
        ? ORIGINAL_REGION
        : locale;
  }

  private Optional<Map<String, String>> sentences(String language) {
    return language.matches("[a-z]{2,3}")
        ? read.computeIfAbsent(language, Languages::load)
        : Optional.empty();
  }

  private static Optional<Map<String, String>> load(String language) {
    try (var file =
        Languages.class.getClassLoader().getResourceAsStream("words/" + language + ".properties")) {
      if (file == null) {
        return Optional.empty();
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(file, UTF_8));
      var sentences = new HashMap<String, String>();
      properties
          .stringPropertyNames()
          .forEach(key -> sentences.put(key, properties.getProperty(key)));
      return Optional.of(Map.copyOf(sentences));
    } catch (IOException e) {
      throw new UncheckedIOException("the words of " + language + " cannot be read", e);
    }
  }
}

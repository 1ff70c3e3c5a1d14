package dev.offsession.notifier.prompting.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  private final Languages all = Languages.all();

  @ParameterizedTest
  @CsvSource({
    "ja, ja, ja",
    "ja-JP, ja, ja-JP",
    "en, en, en-US",
    "en-GB, en, en-GB",
    "fr-FR, en, en-US",
    // a third language is a file: this one lies among the tests
    "fi-FI, fi, fi-FI",
  })
  void speaksTheReadersLanguageOrEnglish(String asked, String language, String locale) {
    var words = all.wordsFor(Locale.forLanguageTag(asked));

    assertThat(words.language()).isEqualTo(language);
    assertThat(words.locale().toLanguageTag()).isEqualTo(locale);
  }

  @Test
  void aThirdLanguageIsOneFile() {
    assertThat(all.wordsFor(Locale.forLanguageTag("fi")).text("greeting", "Aino"))
        .isEqualTo("Hei Aino,");
  }

  @Test
  void offersOnlyWhatTheMerchantWants() {
    var japaneseFirst = Languages.of(List.of("ja"));

    assertThat(japaneseFirst.wordsFor(Locale.US).language()).isEqualTo("ja");
    assertThat(japaneseFirst.wordsFor(Locale.forLanguageTag("fi")).language()).isEqualTo("ja");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "", "../ja", "JA", "en\n"})
  void refusesALanguageThatHasNoFile(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> Languages.of(List.of(code)));
  }

  @Test
  void japaneseSaysEverythingThatEnglishSays() {
    assertThat(new TreeSet<>(sentences("ja").keySet()))
        .as("brand names are the same in Japanese")
        .isEqualTo(
            new TreeSet<>(
                sentences("en").keySet().stream()
                    .filter(key -> !key.startsWith("brand."))
                    .toList()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja", "fi"})
  void everySentenceHasTheGapsOfTheOriginalAndNoQuotationMarks(String language) {
    var original = sentences("en");
    sentences(language)
        .forEach((key, sentence) -> {
          assertThat(sentence).as("%s of %s", key, language).doesNotContain("'");
          if (!key.startsWith("format.")) {
            assertThat(gaps(sentence))
                .as("%s of %s", key, language)
                .isSubsetOf(gaps(Objects.requireNonNull(original.get(key))));
          }
        });
  }

  @Test
  void japaneseKeepsEveryGap() {
    sentences("ja")
        .forEach((key, sentence) -> {
          if (!key.startsWith("format.")) {
            assertThat(gaps(sentence))
                .as(key)
                .isEqualTo(gaps(Objects.requireNonNull(sentences("en").get(key))));
          }
        });
  }

  private static List<String> gaps(String sentence) {
    var formats = new MessageFormat(sentence, Locale.US).getFormatsByArgumentIndex();
    var gaps = new ArrayList<String>();
    for (int i = 0; i < formats.length; i++) {
      if (sentence.contains("{" + i + "}")) {
        gaps.add("{" + i + "}");
      }
    }
    return gaps;
  }

  private static Map<String, String> sentences(String language) {
    var properties = new Properties();
    var name = "words/" + language + ".properties";
    try (var file = LanguagesTest.class.getClassLoader().getResourceAsStream(name)) {
      properties.load(new InputStreamReader(Objects.requireNonNull(file), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var sentences = new TreeMap<String, String>();
    properties
        .stringPropertyNames()
        .forEach(key -> sentences.put(key, properties.getProperty(key)));
    return sentences;
  }
}

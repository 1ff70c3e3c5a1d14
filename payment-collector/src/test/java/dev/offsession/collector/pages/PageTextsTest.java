package dev.offsession.collector.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTextsTest {
  private static final Properties ENGLISH = texts("/i18n/pages.properties");
  private static final Properties JAPANESE = texts("/i18n/pages_ja.properties");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");
  private static final long ASSETS_MAX_BYTES = 60 * 1024;

  @Test
  void bothLanguagesSayEverything() {
    assertThat(JAPANESE.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
  }

  @Test
  void bothLanguagesNameTheSameFacts() {
    for (var key : ENGLISH.stringPropertyNames()) {
      assertThat(arguments(JAPANESE.getProperty(key)))
          .as(key)
          .isEqualTo(arguments(ENGLISH.getProperty(key)));
    }
  }

  @Test
  void ourOwnAssetsAreLight() throws IOException {
    try (var files = Files.walk(Path.of("src/main/resources/static"))) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(PageTextsTest::size).sum())
          .isLessThan(ASSETS_MAX_BYTES);
    }
  }

  @Test
  void everyKeyTheTemplatesNameHasItsWords() throws IOException {
    var named = Pattern.compile("#\\{([a-z_.]+)[}(]");
    try (var templates = Files.walk(Path.of("src/main/resources/templates"))) {
      for (var template : templates.filter(Files::isRegularFile).toList()) {
        named
            .matcher(Files.readString(template))
            .results()
            .map(found -> found.group(1))
            .filter(key -> !key.endsWith("."))
            .forEach(key -> assertThat(ENGLISH).as(template.toString()).containsKey(key));
      }
    }
  }

  /** A consent that was given is evidence: its words stay, for every version ever shown. */
  @Test
  void everyVersionOfTheConsentKeepsItsWords() {
    assertThat(ENGLISH).containsKeys("consent.2026-11", "consent." + Consents.VERSION);
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private static Set<String> arguments(String text) {
    var found = new TreeSet<String>();
    ARGUMENT.matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }

  private static Properties texts(String name) {
    try (var in = Objects.requireNonNull(PageTextsTest.class.getResourceAsStream(name))) {
      var texts = new Properties();
      texts.load(new InputStreamReader(in, UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

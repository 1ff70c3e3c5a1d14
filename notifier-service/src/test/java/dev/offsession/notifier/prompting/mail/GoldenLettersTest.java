package dev.offsession.notifier.prompting.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.mail.Samples.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mail in both languages, word for word, for people to review. After a change that is meant,
 * run with {@code -Dgolden=write} and look at the difference before you commit it.
 */
class GoldenLettersTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private final LetterLayout layout = new LetterLayout();

  static Stream<Sample> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readAsReviewed(Sample sample) throws Exception {
    var letter = sample.letter();
    var read =
        "Subject: %s%nPreheader: %s%n%n".formatted(letter.subject(), letter.preheader())
            + layout.text(letter);

    assertSame(sample.name() + ".txt", read);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sayTheSameInHtml(Sample sample) throws Exception {
    assertSame(sample.name() + ".html.txt", words(layout.html(sample.letter())));
  }

  /** The words of the page and where its links lead, without the tables around them. */
  private static String words(String html) {
    return html.replaceAll("(?s)<!--.*?-->|<style.*?</style>", "")
        .replaceAll("<a [^>]*href=\"([^\"]*)\"[^>]*>", "($1) ")
        .replaceAll("<[^>]+>", "\n")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static void assertSame(String name, String actual) throws Exception {
    var file = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, actual);
    }
    assertThat(actual).as(name).isEqualTo(Files.readString(file));
  }
}

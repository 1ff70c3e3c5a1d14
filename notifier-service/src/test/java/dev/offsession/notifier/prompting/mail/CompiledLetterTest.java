package dev.offsession.notifier.prompting.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * The committed HTML is what the committed MJML compiles to; MJML itself is no part of the build.
 */
class CompiledLetterTest {
  private static final Path SOURCE = Path.of("src/main/mjml/letter.mjml");
  private static final Path COMPILED = Path.of("src/main/resources/mail/letter.html");
  private static final String END_OF_NOTE = " */-->\n";

  @Test
  void wasMadeFromThisSource() throws Exception {
    assertThat(Files.readString(COMPILED))
        .as("run src/main/mjml/compile and commit both files")
        .contains("source=" + hash(Files.readAllBytes(SOURCE)));
  }

  @Test
  void wasNotEditedByHand() throws Exception {
    var compiled = Files.readString(COMPILED);
    var body = compiled.substring(compiled.indexOf(END_OF_NOTE) + END_OF_NOTE.length());

    assertThat(compiled)
        .as("edit letter.mjml and run src/main/mjml/compile")
        .contains("body=" + hash(body.getBytes(UTF_8)));
  }

  private static String hash(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}

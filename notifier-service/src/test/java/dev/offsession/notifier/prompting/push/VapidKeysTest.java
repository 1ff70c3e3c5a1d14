package dev.offsession.notifier.prompting.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.offsession.notifier.prompting.VapidCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VapidKeysTest {
  /** Many pairs, because a number with leading zeros comes one time in 256. */
  @RepeatedTest(300)
  void areTheSameAfterAWayThroughTheSettings() {
    var made = VapidKeys.generate();

    var read = VapidKeys.of(made.publicText(), made.privateText());

    assertThat(read.publicText()).isEqualTo(made.publicText());
    assertThat(read.privateText()).isEqualTo(made.privateText());
  }

  @Test
  void haveTheFormBrowsersWant() {
    var point = Base64.getUrlDecoder().decode(VapidKeys.generate().publicText());

    assertThat(point).hasSize(65).startsWith(4);
  }

  @Test
  void mustBelongTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            VapidKeys.of(VapidKeys.generate().publicText(), VapidKeys.generate().privateText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "BA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void areNothingElse(String text) {
    var made = VapidKeys.generate();

    assertThatIllegalArgumentException().isThrownBy(() -> VapidKeys.of(text, made.privateText()));
    assertThatIllegalArgumentException().isThrownBy(() -> VapidKeys.of(made.publicText(), text));
  }

  @Test
  void areNotShown() {
    var made = VapidKeys.generate();

    assertThat(made.toString())
        .doesNotContain(made.privateText())
        .doesNotContain(made.publicText());
  }

  @Test
  void theCommandPrintsAPairAsSettings() throws Exception {
    var printed = new ByteArrayOutputStream();
    VapidCommand.run(new PrintStream(printed, true, StandardCharsets.UTF_8));

    var settings = new Properties();
    settings.load(new StringReader(printed.toString(StandardCharsets.UTF_8)));
    assertThat(settings.stringPropertyNames())
        .containsExactlyInAnyOrder(
            "OFFSESSION_PUSH_VAPID_PUBLIC_KEY",
            "OFFSESSION_PUSH_VAPID_PRIVATE_KEY",
            "OFFSESSION_PUSH_SUBJECT");
    var keys =
        VapidKeys.of(
            settings.getProperty("OFFSESSION_PUSH_VAPID_PUBLIC_KEY"),
            settings.getProperty("OFFSESSION_PUSH_VAPID_PRIVATE_KEY"));
    assertThat(keys.publicText()).hasSize(87);
  }
}

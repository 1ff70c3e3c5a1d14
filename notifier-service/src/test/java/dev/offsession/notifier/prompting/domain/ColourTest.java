package dev.offsession.notifier.prompting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {
  @Test
  void knowsHowReadableWhiteTextIsOnIt() {
    assertThat(new Colour("#000000").contrastWithWhite()).isEqualTo(21.0);
    assertThat(new Colour("#ffffff").contrastWithWhite()).isEqualTo(1.0);
    assertThat(new Colour("#767676").contrastWithWhite()).isBetween(4.5, 4.6);
    assertThat(new Colour("#777777").contrastWithWhite()).isBetween(4.4, 4.5);
    assertThat(new Colour("#1F4FBF").contrastWithWhite()).isGreaterThan(4.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red", "#fff", "#12345g", "#1234567", "#123456;x:y", "1f4fbf"})
  void isNothingElse(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Colour(text));
  }
}

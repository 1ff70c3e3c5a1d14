package dev.offsession.collector.links.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokenTest {
  @Test
  void isNeverTheSameTwice() {
    var tokens = IntStream.range(0, 1000).mapToObj(_ -> LinkToken.random()).distinct();

    assertThat(tokens).hasSize(1000);
  }

  @Test
  void fitsIntoAUrlAndComesBackFromIt() {
    var token = LinkToken.random();

    assertThat(token.value()).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(LinkToken.parse(token.value())).contains(token);
  }

  @Test
  void isStoredAsItsSha256() {
    var token = new LinkToken("A".repeat(43));

    assertThat(token.hash())
        .isEqualTo("0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a");
  }

  @Test
  void neverPrintsItself() {
    var token = LinkToken.random();

    assertThat(token.toString()).doesNotContain(token.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
  void isNotAnythingElse(String text) {
    assertThat(LinkToken.parse(text)).isEmpty();
  }
}

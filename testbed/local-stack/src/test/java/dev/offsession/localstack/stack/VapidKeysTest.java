package dev.offsession.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.RepeatedTest;

class VapidKeysTest {
  /** Repeated, because a number that begins with zeros comes now and then only. */
  @RepeatedTest(600)
  void aPairIsAPointAndANumberOfFixedLength() {
    var keys = VapidKeys.generate();

    var point = Base64.getUrlDecoder().decode(keys.publicKey());
    assertThat(point).hasSize(65).startsWith((byte) 4);
    assertThat(Base64.getUrlDecoder().decode(keys.privateKey())).hasSize(32);
    assertThat(keys.toString()).doesNotContain(keys.privateKey());
  }
}

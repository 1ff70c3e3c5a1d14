package dev.offsession.platform.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ListenerCallTest {
  @Test
  void anErrorOfTheListenerIsAFailureLikeAnyOther() {
    assertThatThrownBy(() ->
            ListenerCall.run(() -> {
              throw new NoClassDefFoundError("a/Class");
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void anExceptionStaysAsItIs() {
    assertThatThrownBy(() ->
            ListenerCall.run(() -> {
              throw new IllegalArgumentException("no");
            }))
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aJvmWithoutMemoryIsNotTalkedInto() {
    assertThatThrownBy(() ->
            ListenerCall.run(() -> {
              throw new OutOfMemoryError();
            }))
        .isInstanceOf(OutOfMemoryError.class);
  }
}

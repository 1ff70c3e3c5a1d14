package dev.offsession.notifier.prompting.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.push.PushAnswers.Answer;
import dev.offsession.notifier.prompting.push.PushAnswers.Gone;
import dev.offsession.notifier.prompting.push.PushAnswers.Later;
import dev.offsession.notifier.prompting.push.PushAnswers.Never;
import dev.offsession.notifier.prompting.push.PushAnswers.Silence;
import dev.offsession.notifier.prompting.push.PushAnswers.Taken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushAnswersTest {
  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204})
  void aSuccessIsASuccess(int status) {
    assertThat(PushAnswers.of(status)).isEqualTo(new Taken());
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void aSubscriptionMayBeGone(int status) {
    assertThat(PushAnswers.of(status)).isEqualTo(new Gone());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503})
  void someTroublePasses(int status) {
    assertThat(PushAnswers.of(status)).isEqualTo(new Later("push_" + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 413})
  void otherTroubleDoesNot(int status) {
    assertThat(PushAnswers.of(status)).isEqualTo(new Never("push_" + status));
  }

  @Test
  void oneDeviceThatTookItIsEnough() {
    assertThat(together(new Gone(), new Later("push_503"), new Silence("x"), new Taken()))
        .isEqualTo(new DeliveryResult.Accepted());
  }

  @Test
  void whatMayHaveArrivedIsNotCalledRefused() {
    assertThat(together(new Gone(), new Never("push_403"), new Silence("push_no_answer")))
        .isEqualTo(new DeliveryResult.Unanswered("push_no_answer"));
  }

  @Test
  void whatMayStillWorkIsTriedAgain() {
    assertThat(together(new Gone(), new Never("push_403"), new Later("push_503")))
        .isEqualTo(new DeliveryResult.Deferred("push_503"));
  }

  @Test
  void otherwiseItFails() {
    assertThat(together(new Gone(), new Never("push_403")))
        .isEqualTo(new DeliveryResult.Refused("push_403"));
    assertThat(together(new Gone(), new Gone())).isEqualTo(new DeliveryResult.Refused("push_gone"));
    assertThat(together()).isEqualTo(new DeliveryResult.Refused("push_gone"));
  }

  private static DeliveryResult together(Answer... answers) {
    return PushAnswers.together(List.of(answers));
  }
}

package dev.offsession.notifier.prompting.push;

import dev.offsession.notifier.prompting.domain.DeliveryResult;
import java.util.List;
import java.util.Optional;

/** What push services answered, for one device and for all of a customer's devices. Pure. */
final class PushAnswers {
  private static final int SUCCESS = 2;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;

  private PushAnswers() {}

  sealed interface Answer {}

  record Taken() implements Answer {}

  /** The device no longer wants notifications, or is no more. */
  record Gone() implements Answer {}

  record Later(String reason) implements Answer {}

  record Never(String reason) implements Answer {}

  /** The request may have arrived. */
  record Silence(String reason) implements Answer {}

  /** By RFC 8030: 201 is the usual success; 404 and 410 end a subscription. */
  static Answer of(int status) {
    return switch (status) {
      case 404, 410 -> new Gone();
      case REQUEST_TIMEOUT, TOO_MANY -> new Later("push_" + status);
      default -> {
        if (status / 100 == SUCCESS) {
          yield new Taken();
        }
        yield status >= 500 ? new Later("push_" + status) : new Never("push_" + status);
      }
    };
  }

  /** One device that took it is enough; otherwise what still leaves hope goes first. */
  static DeliveryResult together(List<Answer> answers) {
    if (answers.stream().anyMatch(Taken.class::isInstance)) {
      return new DeliveryResult.Accepted();
    }
    return first(answers, Silence.class)
        .<DeliveryResult>map(silence -> new DeliveryResult.Unanswered(silence.reason()))
        .or(() ->
            first(answers, Later.class).map(later -> new DeliveryResult.Deferred(later.reason())))
        .or(() ->
            first(answers, Never.class).map(never -> new DeliveryResult.Refused(never.reason())))
        .orElse(new DeliveryResult.Refused("push_gone"));
  }

  private static <T extends Answer> Optional<T> first(List<Answer> answers, Class<T> type) {
    return answers.stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}

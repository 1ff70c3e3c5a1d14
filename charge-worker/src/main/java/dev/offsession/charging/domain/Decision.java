package dev.offsession.charging.domain;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of a charge, and what to ask of the world.
 *
 * @param charge to be stored before any effect but alarms
 * @param why for the charge's history and the log: ids, states and codes only
 */
public record Decision(Charge charge, List<Effect> effects, String why) {
  public Decision {
    effects = List.copyOf(effects);
  }

  /** News to publish, in order. */
  public List<ChargeEvent> events() {
    return only(Effect.Publish.class).stream().map(Effect.Publish::event).toList();
  }

  /** The one question, if any. */
  public Optional<Effect.Question> question() {
    return only(Effect.Question.class).stream().findFirst();
  }

  /** All effects of one kind. */
  public <T extends Effect> List<T> only(Class<T> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

package dev.offsession.notifier.prompting.domain;

import dev.offsession.notifier.prompting.domain.PromptStatus.Finished;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome.Failed;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome.Sent;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome.Suppressed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows a prompt that is over: the same by mail, a reminder, or nothing. Pure.
 *
 * @param reminders how long after the need arose, ascending
 * @param lastBeforeDeadline how long before the deadline the last reminder goes out
 * @param gapMin the least time between two prompts; reminders too near to another are left out
 */
public record Cadence(List<Duration> reminders, Duration lastBeforeDeadline, Duration gapMin) {
  public Cadence {
    reminders = List.copyOf(reminders);
  }

  /**
   * A reminder as planned; quiet hours and outages may move it.
   *
   * @param step its number; the first prompt is 0
   */
  public record Reminder(int step, Instant at, Tone tone) {}

  /**
   * All reminders of a need that arose at {@code start}. The last one before a deadline is last.
   */
  public List<Reminder> plan(Instant start, @Nullable Instant deadline) {
    var usual = reminders.stream().map(start::plus);
    if (deadline == null) {
      return numbered(usual.toList(), Optional.empty());
    }
    var last = lastMoment(start, deadline);
    return last.isEmpty()
        ? List.of()
        : numbered(usual.filter(at -> !at.isAfter(last.get().minus(gapMin))).toList(), last);
  }

  /** The prompt that follows, if one does. */
  public Optional<Prompt> after(Prompt prompt, Finished ended) {
    if (!prompt.kind().isPrompt()) {
      return Optional.empty();
    }
    return switch (ended.outcome()) {
      case Sent _ -> reminderAfter(prompt, ended.at());
      case Suppressed suppressed ->
          suppressed.concernsThisStepOnly() ? reminderAfter(prompt, ended.at()) : Optional.empty();
      case Failed(var reason) when reason.equals(Failed.CHARGE_UNKNOWN) -> Optional.empty();
      case Failed _
          when prompt.id().channel() == Channel.PUSH && !prompt.progress().mailRefused() ->
          Optional.of(prompt.byMailInstead(ended.at()));
      case Failed _ -> reminderAfter(prompt, ended.at());
    };
  }

  private Optional<Prompt> reminderAfter(Prompt prompt, Instant ended) {
    var facts = prompt.facts();
    return plan(facts.occurredAt(), facts.deadline()).stream()
        .filter(reminder -> reminder.step() > prompt.id().step())
        .map(reminder -> notTooSoon(reminder, ended.plus(gapMin)))
        .flatMap(Optional::stream)
        .filter(reminder -> facts.deadline() == null || reminder.at().isBefore(facts.deadline()))
        .findFirst()
        .map(reminder -> prompt.next(reminder.step(), reminder.tone(), reminder.at()));
  }

  /** A late prompt makes the next reminder needless; only the last one is put off instead. */
  private static Optional<Reminder> notTooSoon(Reminder reminder, Instant earliest) {
    if (!reminder.at().isBefore(earliest)) {
      return Optional.of(reminder);
    }
    return reminder.tone() == Tone.LAST_REMINDER
        ? Optional.of(new Reminder(reminder.step(), earliest, reminder.tone()))
        : Optional.empty();
  }

  /** When the deadline is near, half-way to it; when it is too near for that, never. */
  private Optional<Instant> lastMoment(Instant start, Instant deadline) {
    var earliest = start.plus(gapMin);
    var halfway = start.plus(Duration.between(start, deadline).dividedBy(2));
    return Stream.of(deadline.minus(lastBeforeDeadline), halfway)
        .filter(at -> !at.isBefore(earliest))
        .findFirst();
  }

  private static List<Reminder> numbered(List<Instant> usual, Optional<Instant> last) {
    var numbered = new ArrayList<Reminder>();
    usual.forEach(at -> numbered.add(new Reminder(numbered.size() + 1, at, Tone.REMINDER)));
    last.ifPresent(at -> numbered.add(new Reminder(numbered.size() + 1, at, Tone.LAST_REMINDER)));
    return List.copyOf(numbered);
  }
}

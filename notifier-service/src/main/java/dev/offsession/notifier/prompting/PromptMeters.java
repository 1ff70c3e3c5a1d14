package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * Counts how prompts end ({@code offsession.prompts}), and how many were handed over once more
 * after an answer was lost ({@code offsession.prompts.handed.over.again}): the possible duplicates.
 */
final class PromptMeters {
  private final MeterRegistry meters;

  PromptMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void ended(Prompt prompt, Outcome outcome) {
    meters
        .counter(
            "offsession.prompts",
            "kind",
            lower(prompt.kind()),
            "channel",
            lower(prompt.id().channel()),
            "outcome",
            name(outcome))
        .increment();
  }

  void handedOverAgain(Prompt prompt) {
    meters
        .counter("offsession.prompts.handed.over.again", "channel", lower(prompt.id().channel()))
        .increment();
  }

  private static String name(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent _ -> "sent";
      case Outcome.Failed _ -> "failed";
      case Outcome.Suppressed _ -> "suppressed";
    };
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}

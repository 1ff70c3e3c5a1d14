package dev.offsession.notifier.prompting.kafka;

import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptJournal;
import dev.offsession.notifier.prompting.domain.PromptStatus.Finished;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.kafka.OutgoingEvent;
import dev.offsession.schemas.PromptChannel;
import dev.offsession.schemas.PromptEvent;
import dev.offsession.schemas.PromptKind;
import dev.offsession.schemas.PromptOutcome;
import dev.offsession.schemas.topics.Topic;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Publishes outcomes to {@code prompt-events}. */
public final class KafkaPromptJournal implements PromptJournal {
  private static final String SOURCE = "/notifier-service";

  private final EventPublisher events;

  /** Publishes through the platform. */
  public KafkaPromptJournal(EventPublisher events) {
    this.events = events;
  }

  @Override
  public void publish(Prompt prompt, Finished ended) {
    try {
      events.publish(outgoing(event(prompt, ended))).join();
    } catch (CompletionException | CancellationException e) {
      throw new JournalUnavailableException(e);
    }
  }

  private static OutgoingEvent outgoing(PromptEvent event) {
    return new OutgoingEvent(
        Topic.PROMPT_EVENTS,
        event.getRequestId(),
        event,
        event.getPromptId() + "#" + event.getOutcome(),
        "dev.offsession.prompt." + event.getOutcome().name().toLowerCase(Locale.ROOT),
        SOURCE,
        event.getOccurredAt());
  }

  private static PromptEvent event(Prompt prompt, Finished ended) {
    return PromptEvent.newBuilder()
        .setPromptId(prompt.id().value())
        .setRequestId(prompt.id().request().value())
        .setKind(kind(prompt))
        .setChannel(channel(prompt.id().channel()))
        .setStep(prompt.id().step())
        .setOutcome(outcome(ended.outcome()))
        .setReason(reason(ended.outcome()))
        .setOccurredAt(ended.at())
        .build();
  }

  private static PromptKind kind(Prompt prompt) {
    return switch (prompt.kind()) {
      case AUTHENTICATE -> PromptKind.AUTHENTICATE;
      case NEW_PAYMENT_METHOD -> PromptKind.NEW_PAYMENT_METHOD;
      case FRESH_LINK -> PromptKind.FRESH_LINK;
      case RECEIPT -> PromptKind.RECEIPT;
      case PAYMENT_FAILED -> PromptKind.PAYMENT_FAILED;
    };
  }

  private static PromptChannel channel(Channel channel) {
    return switch (channel) {
      case EMAIL -> PromptChannel.EMAIL;
      case PUSH -> PromptChannel.PUSH;
    };
  }

  private static PromptOutcome outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent _ -> PromptOutcome.SENT;
      case Outcome.Failed _ -> PromptOutcome.FAILED;
      case Outcome.Suppressed _ -> PromptOutcome.SUPPRESSED;
    };
  }

  private static @Nullable String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent _ -> null;
      case Outcome.Failed(var reason) -> reason;
      case Outcome.Suppressed(var reason) -> reason;
    };
  }
}

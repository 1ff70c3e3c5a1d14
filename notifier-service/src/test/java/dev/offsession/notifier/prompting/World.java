package dev.offsession.notifier.prompting;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;
import static dev.offsession.notifier.prompting.domain.Examples.aLink;
import static dev.offsession.notifier.prompting.domain.Examples.customer;

import dev.offsession.notifier.prompting.domain.Cadence;
import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.ChargeLookup;
import dev.offsession.notifier.prompting.domain.ChargeNews;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.ConversationStore;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.CustomerLinks;
import dev.offsession.notifier.prompting.domain.DeliveryPolicy;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptId;
import dev.offsession.notifier.prompting.domain.PromptJournal;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.PromptPolicy;
import dev.offsession.notifier.prompting.domain.PromptSender;
import dev.offsession.notifier.prompting.domain.PromptStatus;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import dev.offsession.notifier.prompting.domain.PromptStore;
import dev.offsession.notifier.prompting.domain.QuietHours;
import dev.offsession.notifier.prompting.domain.ReachPolicy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The service's own code on a clock that jumps from one due moment to the next, between fakes of
 * everything outside. The process may die at any call that leaves it, and starts again at once.
 */
final class World {
  /** What left the house. */
  record Delivered(Instant at, PromptId id) {}

  static final DeliveryResult ACCEPTED = new DeliveryResult.Accepted();

  final InMemoryPrompts prompts = new InMemoryPrompts();
  final InMemoryConversations conversations = new InMemoryConversations();
  final List<Delivered> delivered = new ArrayList<>();
  final List<String> published = new ArrayList<>();
  final List<Outcome> outcomes = new ArrayList<>();
  final Map<Channel, Function<Prompt, DeliveryResult>> answers = new EnumMap<>(Channel.class);
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Mortal mortal = new Mortal();
  Contact contact = customer(Locale.US);
  boolean onPage;
  Optional<CustomerLinks.Answer> linkTrouble = Optional.empty();
  ChargeLookup.Answer charge = new ChargeLookup.Answer.Needs(PromptKind.AUTHENTICATE);
  boolean journalDown;
  Instant now = NOON;

  private final TreeMap<Instant, Runnable> happenings = new TreeMap<>();
  private final Clock clock = new SettableClock();
  private final PromptStore mortalPrompts = mortal.at(PromptStore.class, prompts);
  private final ConversationStore mortalConversations =
      mortal.at(ConversationStore.class, conversations);

  final PromptDelivery delivery =
      new PromptDelivery(
          mortalPrompts,
          mortalConversations,
          mortal.at(CustomerLinks.class, this::issue),
          mortal.at(ChargeLookup.class, _ -> charge),
          new Channels(
              List.of(
                  mortal.at(PromptSender.class, new Letterbox(Channel.EMAIL)),
                  mortal.at(PromptSender.class, new Letterbox(Channel.PUSH)))),
          mortal.at(PromptJournal.class, new Journal()),
          new PromptDelivery.Policies(
              new ReachPolicy(
                  new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), Duration.ofSeconds(60)),
              new DeliveryPolicy(
                  3,
                  2,
                  2,
                  Duration.ofSeconds(5),
                  Duration.ofMinutes(1),
                  Duration.ofSeconds(10),
                  Duration.ofDays(3)),
              new Cadence(
                  List.of(Duration.ofHours(24), Duration.ofHours(72)),
                  Duration.ofHours(24),
                  Duration.ofHours(12))),
          new PromptMeters(meters),
          clock);

  final FreshLinkService freshLinks =
      new FreshLinkService(
          mortalConversations, mortalPrompts, () -> {}, Duration.ofMinutes(10), clock);

  private final ChargeNewsService news =
      new ChargeNewsService(
          new PromptPolicy(Set.of()), mortalConversations, mortalPrompts, () -> {}, clock);

  /** The broker brings the news again until it was heard to the end. */
  void hear(ChargeNews piece) {
    for (var heard = false; !heard; ) {
      try {
        news.hear(piece);
        heard = true;
      } catch (Mortal.Death _) {
        now = now.plusSeconds(1);
      }
    }
  }

  /** Plays this at that moment. */
  void at(Instant moment, Runnable happening) {
    happenings.put(moment, happening);
  }

  /** Lets time pass; returns when nothing is left to do before {@code end}. */
  void runUntil(Instant end) {
    for (var next = nextMoment(); next.isPresent() && !next.get().isAfter(end); ) {
      now = next.get().isAfter(now) ? next.get() : now;
      var happening = happenings.remove(next.get());
      if (happening != null) {
        happening.run();
      }
      work();
      next = nextMoment();
    }
    now = end;
  }

  /** Lets time pass until nothing is left to do, within a day. */
  void runFor(Duration duration) {
    runUntil(now.plus(duration));
  }

  List<String> deliveredIds() {
    return delivered.stream().map(one -> one.id().value()).toList();
  }

  /** When something left the house, by the customer's own clock. */
  List<String> deliveredAt(ZoneId zone) {
    return delivered.stream()
        .map(one -> one.at().atZone(zone).toLocalDateTime() + " " + one.id().value())
        .toList();
  }

  private Optional<Instant> nextMoment() {
    var due = prompts.nextDue();
    var happening =
        happenings.isEmpty() ? Optional.<Instant>empty() : Optional.of(happenings.firstKey());
    return due.isPresent() && (happening.isEmpty() || due.get().isBefore(happening.get()))
        ? due
        : happening;
  }

  private void work() {
    try {
      for (var claim : mortalPrompts.claimDue(now, 10)) {
        advance(claim);
      }
    } catch (Mortal.Death _) {
      // claimed by a process that is no more: the lease brings it back
    }
  }

  private void advance(PromptStore.Claim claim) {
    try {
      delivery.advance(claim);
    } catch (Mortal.Death | PromptJournal.JournalUnavailableException _) {
      // as in the dispatcher: the lease brings it back
    }
  }

  private CustomerLinks.Answer issue(Prompt prompt) {
    return linkTrouble.orElseGet(() -> new CustomerLinks.Answer.Issued(aLink(), contact, onPage));
  }

  private final class Letterbox implements PromptSender {
    private final Channel channel;

    Letterbox(Channel channel) {
      this.channel = channel;
    }

    @Override
    public Channel channel() {
      return channel;
    }

    @Override
    public DeliveryResult send(Prompt prompt, Contact to, CustomerLink link) {
      delivered.add(new Delivered(now, prompt.id()));
      return answers.getOrDefault(channel, _ -> ACCEPTED).apply(prompt);
    }
  }

  private final class Journal implements PromptJournal {
    @Override
    public void publish(Prompt prompt, PromptStatus.Finished ended) {
      if (journalDown) {
        throw new JournalUnavailableException(new IllegalStateException("no broker"));
      }
      outcomes.add(ended.outcome());
      published.add(prompt.id() + " " + ended.outcome());
    }
  }

  private final class SettableClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

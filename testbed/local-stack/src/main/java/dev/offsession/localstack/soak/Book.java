package dev.offsession.localstack.soak;

import dev.offsession.localstack.crash.Prompts;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.PromptEvent;
import dev.offsession.schemas.StripeEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What was asked for and what was heard, in some hundred bytes for each charge. */
final class Book {
  private static final Set<ChargeEventType> FINAL =
      EnumSet.of(
          ChargeEventType.SUCCEEDED,
          ChargeEventType.FAILED,
          ChargeEventType.CANCELED,
          ChargeEventType.EXPIRED,
          ChargeEventType.REJECTED);

  private static final int SEQUENCE_MAX = 63;

  private final Ids ids;
  private final long begin = System.nanoTime();
  private final Kind[] kinds;
  private final int[] askedMillis;
  private final int[] endedMillis;
  private final ChargeEventType[] ends;
  private final byte[] endSequences;
  private final long[] sequences;
  private final int[] prompts;
  private final @Nullable String[] intents;
  private final Set<String> announced = new HashSet<>();
  private final BitSet contradictory = new BitSet();
  private final BitSet promptedTwice = new BitSet();
  private int asked;
  private int ended;

  Book(Ids ids, int charges) {
    this.ids = ids;
    kinds = new Kind[charges];
    Arrays.fill(kinds, Kind.GOOD);
    askedMillis = new int[charges];
    endedMillis = new int[charges];
    ends = new ChargeEventType[charges];
    Arrays.fill(ends, ChargeEventType.UNKNOWN);
    endSequences = new byte[charges];
    sequences = new long[charges];
    prompts = new int[charges];
    intents = new String[charges];
  }

  synchronized void asks(int number, Kind kind) {
    kinds[number] = kind;
    askedMillis[number] = now();
    asked = Math.max(asked, number + 1);
  }

  synchronized void hears(SpecificRecord record) {
    switch (record) {
      case ChargeEvent event -> ids.number(event.getRequestId()).ifPresent(n -> charge(n, event));
      case PromptEvent event when Prompts.asks(event) ->
          ids.number(event.getRequestId()).ifPresent(n -> prompt(n, event.getPromptId()));
      case StripeEvent event when event.getType().equals("payment_intent.succeeded") ->
          announced.add(event.getObjectId());
      default -> {}
    }
  }

  private void charge(int number, ChargeEvent event) {
    int sequence = Math.toIntExact(event.getSequence());
    boolean nonsense = sequence < 1 || sequence > SEQUENCE_MAX;
    nonsense |= event.getAmountMinor() != Ids.amountMinor(number);
    nonsense |= !event.getEventId().equals(event.getRequestId() + "#" + sequence);
    if (nonsense || otherIntent(number, event.getPaymentIntentId())) {
      contradictory.set(number);
      return;
    }
    sequences[number] |= 1L << sequence;
    if (FINAL.contains(event.getType())) {
      end(number, event.getType(), sequence);
    }
  }

  private boolean otherIntent(int number, @Nullable String intent) {
    String known = intents[number];
    if (known == null) {
      intents[number] = intent;
    }
    return known != null && intent != null && !known.equals(intent);
  }

  private void end(int number, ChargeEventType type, int sequence) {
    if (endSequences[number] == 0) {
      ends[number] = type;
      endSequences[number] = (byte) sequence;
      endedMillis[number] = now();
      ended++;
    } else if (endSequences[number] != sequence || ends[number] != type) {
      contradictory.set(number);
    }
  }

  private void prompt(int number, String promptId) {
    int hash = promptId.hashCode() | 1;
    if (prompts[number] == 0) {
      prompts[number] = hash;
    } else if (prompts[number] != hash) {
      promptedTwice.set(number);
    }
  }

  private int now() {
    return Math.toIntExact(Duration.ofNanos(System.nanoTime() - begin).toMillis());
  }

  synchronized int asked() {
    return asked;
  }

  synchronized int ended() {
    return ended;
  }

  synchronized boolean hasEnded(int number) {
    return endSequences[number] != 0;
  }

  synchronized Kind kind(int number) {
    return kinds[number];
  }

  /** Whether the charge is to be paid. */
  synchronized boolean isDue(int number) {
    return kind(number).isDue(end(number));
  }

  synchronized ChargeEventType end(int number) {
    return ends[number];
  }

  synchronized boolean isPrompted(int number) {
    return prompts[number] != 0;
  }

  /** Whether Stripe's own word of the payment is on Kafka. */
  synchronized boolean isAnnounced(int number) {
    String intent = intents[number];
    return intent != null && announced.contains(intent);
  }

  /** What the events of one charge say that they must not say; empty when they are right. */
  synchronized String complaint(int number) {
    if (endSequences[number] == 0) {
      return "no final event";
    }
    long all = (2L << endSequences[number]) - 2;
    if (contradictory.get(number)) {
      return "its events contradict each other";
    }
    if (sequences[number] != all) {
      return "its events are not 1 to " + endSequences[number];
    }
    if (promptedTwice.get(number)) {
      return "two prompts";
    }
    return kind(number).mayEnd(end(number)) ? "" : "ended as " + end(number);
  }

  /** How long the charge that waits longest has waited; zero when none waits. */
  synchronized Duration longestWait() {
    for (int i = 0; i < asked; i++) {
      if (endSequences[i] == 0) {
        return Duration.ofMillis(now() - askedMillis[i]);
      }
    }
    return Duration.ZERO;
  }

  /** Times from request to end of the charges with good cards, sorted, in milliseconds. */
  synchronized int[] timesMillis() {
    int[] times = new int[asked];
    int count = 0;
    for (int i = 0; i < asked; i++) {
      if (kinds[i] == Kind.GOOD && endSequences[i] != 0) {
        times[count++] = endedMillis[i] - askedMillis[i];
      }
    }
    int[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    return sorted;
  }
}

package dev.offsession.collector.brake;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * Slows down who tests stolen cards or guesses links. Each process counts for itself: with several,
 * a visitor has as many more tries.
 */
public final class Brake {
  private final Buckets links;
  private final Buckets addresses;
  private final Buckets guessers;
  private final Counter refusedTries;
  private final Counter refusedGuesses;

  public Brake(BrakeSettings settings, MeterRegistry meters) {
    this(settings, meters, TimeMeter.SYSTEM_NANOTIME);
  }

  Brake(BrakeSettings settings, MeterRegistry meters, TimeMeter time) {
    var max = settings.rememberedMax();
    this.links = new Buckets(settings.linkTries(), settings.linkWindow(), max, time);
    this.addresses = new Buckets(settings.addressTries(), settings.addressWindow(), max, time);
    this.guessers = new Buckets(settings.wrongLinks(), settings.wrongLinksWindow(), max, time);
    this.refusedTries = meters.counter("offsession.pages.refused", "reason", "card_tries");
    this.refusedGuesses = meters.counter("offsession.pages.refused", "reason", "wrong_links");
  }

  /** Takes one try with a card; zero when it may go on, else how long to wait. */
  public Duration tryCard(String address, String linkId) {
    var wait = addresses.take(address);
    if (!wait.isPositive()) {
      wait = links.take(linkId);
    }
    if (wait.isPositive()) {
      refusedTries.increment();
    }
    return wait;
  }

  /** How long a link has to wait before its next try; zero when it need not. */
  public Duration waitOfLink(String linkId) {
    return links.waitOf(linkId);
  }

  /** How long an address that tried many wrong links has to wait before it may open any. */
  public Duration waitOfGuesser(String address) {
    var wait = guessers.waitOf(address);
    if (wait.isPositive()) {
      refusedGuesses.increment();
    }
    return wait;
  }

  /** Counts a link that opened nothing. */
  public void countGuess(String address) {
    guessers.take(address);
  }

  /** How many links and addresses are remembered. */
  long remembered() {
    return links.remembered() + addresses.remembered() + guessers.remembered();
  }
}

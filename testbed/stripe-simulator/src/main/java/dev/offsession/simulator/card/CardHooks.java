package dev.offsession.simulator.card;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers that a test has put into a bank's mouth, ahead of the card table.
 *
 * <p>Hooks of one card are used in the order in which they were set. A subject is a PaymentMethod
 * id or a card's fingerprint. Not thread-safe: the account's lock guards it.
 */
public final class CardHooks {
  private static final String SETUP = "setup ";

  private final Map<String, Deque<Hook>> hooks = new HashMap<>();

  /**
   * Sets an answer for the next payments.
   *
   * @param offSession only for payments without (true) or with (false) the customer; null for both
   * @param times how many payments it answers; 0 for all that follow
   */
  public void add(String subject, Verdict verdict, @Nullable Boolean offSession, int times) {
    Hook hook = new Hook(verdict, offSession, times == 0 ? Integer.MAX_VALUE : times);
    hooks.computeIfAbsent(subject, _ -> new ArrayDeque<>()).add(hook);
  }

  /**
   * Sets an answer for the next times that this card is saved.
   *
   * @param fingerprint of the card
   * @param times how often; 0 for all that follow
   */
  public void addForSetup(String fingerprint, Verdict verdict, int times) {
    add(SETUP + fingerprint, verdict, null, times);
  }

  /** Uses up one hooked answer for saving this card, if there is one. */
  public @Nullable Verdict takeForSetup(String fingerprint) {
    return take(SETUP + fingerprint, false);
  }

  /** Uses up one hooked answer for this payment, if there is one. */
  public @Nullable Verdict take(String subject, boolean offSession) {
    Deque<Hook> queue = hooks.get(subject);
    if (queue == null) {
      return null;
    }
    for (Hook hook : queue) {
      if (hook.offSession == null || hook.offSession == offSession) {
        return use(queue, hook);
      }
    }
    return null;
  }

  /** Forgets every hook. */
  public void clear() {
    hooks.clear();
  }

  private static Verdict use(Deque<Hook> queue, Hook hook) {
    hook.remaining--;
    if (hook.remaining == 0) {
      queue.remove(hook);
    }
    return hook.verdict;
  }

  private static final class Hook {
    private final Verdict verdict;
    private final @Nullable Boolean offSession;
    private int remaining;

    private Hook(Verdict verdict, @Nullable Boolean offSession, int times) {
      this.verdict = verdict;
      this.offSession = offSession;
      this.remaining = times;
    }
  }
}

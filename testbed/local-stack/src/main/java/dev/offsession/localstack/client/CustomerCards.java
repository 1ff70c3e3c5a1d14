package dev.offsession.localstack.client;

import dev.offsession.localstack.browser.CustomerAgent;
import dev.offsession.localstack.client.MerchantApi.SavedCard;
import java.time.Duration;
import java.util.Optional;

/** Sees to it that a customer has a certain card, saving it on the capture page if needed. */
public final class CustomerCards {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final MerchantApi merchant;
  private final CustomerAgent agent;

  /**
   * @param agent who fills the page in for the customer
   */
  public CustomerCards(MerchantApi merchant, CustomerAgent agent) {
    this.merchant = merchant;
    this.agent = agent;
  }

  /** Whether the customer's default card ends like this number. */
  public boolean has(String reference, String cardNumber) {
    return find(reference, cardNumber).filter(SavedCard::isDefault).isPresent();
  }

  /** The saved card that ends like this number, saved now if it was not; it becomes the default. */
  public SavedCard save(String reference, String cardNumber) {
    Optional<SavedCard> saved = find(reference, cardNumber);
    if (saved.isEmpty()) {
      agent.saveCard(merchant.captureUrl(reference), cardNumber);
      saved = Optional.of(awaitSaved(reference, cardNumber));
    }
    if (!saved.get().isDefault()) {
      merchant.makeDefault(reference, saved.get().paymentMethodId());
    }
    return saved.get();
  }

  /** The truth about saved cards comes by webhook, a moment after the page has shown success. */
  private SavedCard awaitSaved(String reference, String cardNumber) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<SavedCard> saved = find(reference, cardNumber);
      if (saved.isPresent()) {
        return saved.get();
      }
      pause();
    }
    throw new StackCallException(
        "The card was saved on the page, but payment-collector did not learn of it in "
            + LIMIT.toSeconds()
            + " s");
  }

  private Optional<SavedCard> find(String reference, String cardNumber) {
    return merchant.savedCards(reference).stream()
        .filter(card -> cardNumber.endsWith(card.last4()))
        .findFirst();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackCallException("Interrupted while waiting for a saved card", e);
    }
  }
}

package dev.offsession.localstack.browser;

import java.net.URI;

/**
 * Somebody who acts for the customer on Offsession's two pages. Each call returns when the page
 * shows that the act had its effect, and throws {@link CustomerStuckException} when it does not.
 *
 * <p>Not safe for use by several threads at once.
 */
public interface CustomerAgent extends AutoCloseable {

  /** One line for the person at the terminal: who acts here, for example "headless Chromium". */
  String description();

  /**
   * Saves a card on the capture page, approving at the bank where the bank asks.
   *
   * @param cardNumber digits only, one of Stripe's test cards
   */
  void saveCard(URI captureUrl, String cardNumber);

  /** Approves, on the recovery page, the payment with the saved card. */
  void approvePayment(URI payUrl);

  /**
   * Pays on the recovery page with another card, approving at the bank where the bank asks.
   *
   * @param cardNumber digits only, one of Stripe's test cards
   */
  void payWithNewCard(URI payUrl, String cardNumber);

  /** The state that the recovery page shows now, as its {@code data-state}; changes nothing. */
  String statusShown(URI payUrl);

  @Override
  void close();
}

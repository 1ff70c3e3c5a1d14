package dev.offsession.localstack.browser;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;

/**
 * A person with a browser of their own: prints what to do and where, then looks at the page from
 * time to time until it shows that it was done.
 */
public final class WatchedCustomer implements CustomerAgent {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final PrintStream out;
  private final Duration patience;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param patience how long a person may take for one page
   */
  public WatchedCustomer(PrintStream out, Duration patience) {
    this.out = out;
    this.patience = patience;
  }

  @Override
  public String description() {
    return "your own browser";
  }

  @Override
  public void saveCard(URI captureUrl, String cardNumber) {
    ask("Save the card " + cardNumber, captureUrl);
    waitFor(captureUrl, Set.of("saved"));
  }

  @Override
  public void approvePayment(URI payUrl) {
    ask("Approve the payment", payUrl);
    waitFor(payUrl, Set.of("succeeded"));
  }

  @Override
  public void payWithNewCard(URI payUrl, String cardNumber) {
    ask("Pay with the card " + cardNumber, payUrl);
    waitFor(payUrl, Set.of("succeeded"));
  }

  @Override
  public String statusShown(URI payUrl) {
    return CustomerPage.fetch(http, payUrl).state();
  }

  private void ask(String act, URI url) {
    out.printf("    %s here:%n    %s%n", act, url);
  }

  private void waitFor(URI url, Set<String> wanted) {
    Polling.until(
        () -> wanted.contains(statusShown(url)),
        LOOK_EVERY,
        patience,
        () ->
            "After " + patience.toSeconds() + " s the page still shows '" + statusShown(url) + "'");
  }

  @Override
  public void close() {
    http.close();
  }
}

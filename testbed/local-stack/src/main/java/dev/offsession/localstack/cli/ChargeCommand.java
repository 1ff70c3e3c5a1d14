package dev.offsession.localstack.cli;

import dev.offsession.localstack.TestCard;
import dev.offsession.localstack.browser.CustomerAgent;
import dev.offsession.localstack.browser.HttpCustomer;
import dev.offsession.localstack.browser.WatchedCustomer;
import dev.offsession.localstack.client.ChargeEvents;
import dev.offsession.localstack.client.CustomerCards;
import dev.offsession.localstack.client.MerchantApi;
import dev.offsession.localstack.client.MerchantApi.SavedCard;
import dev.offsession.localstack.client.Upstream;
import dev.offsession.localstack.stack.StackState;
import dev.offsession.schemas.ChargeRequested;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "charge",
    mixinStandardHelpOptions = true,
    description = "Save a card if needed, publish a charge request and follow the charge.",
    footer = {
      "",
      "Exit codes: 0 it succeeded or waits for the customer; 3 it ended without",
      "money; 4 it did not come to rest in time; 1 something went wrong."
    })
final class ChargeCommand implements Callable<Integer> {
  private static final Duration A_PERSONS_PATIENCE = Duration.ofMinutes(10);

  @Option(
      names = "--card",
      required = true,
      paramLabel = "CARD",
      description =
          "ok, needs-auth, declined, insufficient, auth-then-declined or a test card number.")
  private String card = "";

  @Option(
      names = "--amount",
      paramLabel = "N",
      defaultValue = "1200",
      description = "In minor units (default: ${DEFAULT-VALUE}).")
  private long amount;

  @Option(
      names = "--currency",
      defaultValue = "jpy",
      description = "ISO 4217 code (default: ${DEFAULT-VALUE}).")
  private String currency = "";

  @Option(
      names = "--locale",
      defaultValue = "en",
      description = "The customer's language, such as ja (default: ${DEFAULT-VALUE}).")
  private String locale = "";

  @Option(
      names = "--customer",
      paramLabel = "REF",
      description = "Your customer reference (default: one per card and locale).")
  private @Nullable String customer;

  @Option(
      names = "--request-id",
      paramLabel = "ID",
      description = "Your id of the charge (default: a new one).")
  private @Nullable String requestId;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description =
          "How long to wait for the customer (default: 600 at a terminal, else do not wait).")
  private @Nullable Integer waitSeconds;

  private final PrintStream out = System.out;

  @Override
  public Integer call() {
    StackState stack = RunningStack.require();
    String number = cardNumber();
    String reference = customer == null ? "customer-" + card + "-" + locale : customer;
    MerchantApi merchant = new MerchantApi(stack.addresses());
    try (CustomerAgent agent = agent(stack);
        ChargeEvents events = new ChargeEvents(stack.addresses());
        Upstream upstream = new Upstream(stack.addresses())) {
      saveCard(merchant, agent, reference, number);
      ChargeRequested request = request(reference);
      upstream.publish(request);
      row("request", request.getRequestId() + "  " + Amounts.of(amount, currency));
      return new ChargeFollower(stack.addresses(), events, out, Colors.ofTheTerminal())
          .follow(request.getRequestId(), email(reference), patience());
    }
  }

  private String cardNumber() {
    try {
      return TestCard.numberOf(card);
    } catch (IllegalArgumentException e) {
      throw UserErrorException.because(e);
    }
  }

  private CustomerAgent agent(StackState stack) {
    return stack.usesTestAccount()
        ? new WatchedCustomer(out, A_PERSONS_PATIENCE)
        : new HttpCustomer(stack.addresses().simulator());
  }

  private void saveCard(
      MerchantApi merchant, CustomerAgent agent, String reference, String number) {
    String timeZone = locale.startsWith("ja") ? "Asia/Tokyo" : "Europe/Berlin";
    merchant.putCustomer(reference, email(reference), "Robin Example", locale, timeZone);
    CustomerCards cards = new CustomerCards(merchant, agent);
    boolean had = cards.has(reference, number);
    SavedCard saved = cards.save(reference, number);
    row("customer", reference);
    row("card", saved.brand() + " " + saved.last4() + (had ? "  saved before" : "  saved now"));
  }

  private static String email(String reference) {
    return reference + "@customer.example";
  }

  private ChargeRequested request(String reference) {
    return ChargeRequested.newBuilder()
        .setRequestId(requestId == null ? newId() : requestId)
        .setCustomerReference(reference)
        .setAmountMinor(amount)
        .setCurrency(currency)
        .setDescription("A charge from ./dev")
        .setMetadata(Map.of())
        .setRequestedAt(Instant.now())
        .build();
  }

  private static String newId() {
    byte[] random = new byte[5];
    ThreadLocalRandom.current().nextBytes(random);
    return "ord_" + HexFormat.of().formatHex(random);
  }

  private Duration patience() {
    if (waitSeconds != null) {
      return Duration.ofSeconds(waitSeconds);
    }
    boolean atATerminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return atATerminal ? A_PERSONS_PATIENCE : Duration.ZERO;
  }

  private void row(String name, String value) {
    out.printf("  %-10s %s%n", name, value);
  }
}

package dev.offsession.localstack.demo;

import static dev.offsession.schemas.ChargeEventType.ACCEPTED;
import static dev.offsession.schemas.ChargeEventType.PROCESSING;
import static dev.offsession.schemas.ChargeEventType.UNKNOWN;

import dev.offsession.localstack.browser.CustomerAgent;
import dev.offsession.localstack.client.ChargeEvents;
import dev.offsession.localstack.client.CustomerCards;
import dev.offsession.localstack.client.InboxClient;
import dev.offsession.localstack.client.InboxClient.Mail;
import dev.offsession.localstack.client.MerchantApi;
import dev.offsession.localstack.client.MerchantApi.SavedCard;
import dev.offsession.localstack.client.SimulatorControl;
import dev.offsession.localstack.client.StackCallException;
import dev.offsession.localstack.client.Upstream;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.schemas.ChargeCancellationRequested;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.ChargeRequested;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What the scenes play with: the merchant's calls and topics, the customers, the inbox, Stripe. */
public final class Stage implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Set<ChargeEventType> IN_PASSING = Set.of(ACCEPTED, PROCESSING, UNKNOWN);

  private final MerchantApi merchant;
  private final Upstream upstream;
  private final ChargeEvents events;
  private final InboxClient inbox;
  private final SimulatorControl stripe;
  private final StripeIntents intents;
  private final CustomerPool customers;
  private final String run;
  private final AtomicInteger requests = new AtomicInteger();
  private final PaidRequests paid = new PaidRequests();

  /**
   * A stage on the stack at these addresses.
   *
   * @param run begins every id of this demo, so that it may be played again on the same stack
   */
  Stage(Addresses addresses, CustomerPool customers, String run) {
    this.merchant = new MerchantApi(addresses);
    this.upstream = new Upstream(addresses);
    this.events = new ChargeEvents(addresses);
    this.inbox = new InboxClient(addresses);
    this.stripe = new SimulatorControl(addresses);
    this.intents = new StripeIntents(addresses.simulator());
    this.customers = customers;
    this.run = run;
  }

  /** A new customer who reads English. */
  public DemoCustomer englishCustomer(String name) {
    return customer(name, "Jordan Smith", "en", "Europe/London");
  }

  /** A new customer who reads Japanese. */
  public DemoCustomer japaneseCustomer(String name) {
    return customer(name, "山田 花子", "ja", "Asia/Tokyo");
  }

  private DemoCustomer customer(String name, String fullName, String locale, String timeZone) {
    var customer = new DemoCustomer(run + "-" + name, run + "-" + name + "@customer.example");
    var registered =
        holdsInTime(() -> isRegistered(() -> put(customer, fullName, locale, timeZone)));
    if (!registered) {
      throw new SceneStuckException("payment-collector took no customer" + in(LIMIT));
    }
    return customer;
  }

  private void put(DemoCustomer customer, String fullName, String locale, String timeZone) {
    merchant.putCustomer(customer.reference(), customer.email(), fullName, locale, timeZone);
  }

  /** The services have just started and may be slow; the same PUT may be sent again. */
  private static boolean isRegistered(Runnable put) {
    try {
      put.run();
      return true;
    } catch (StackCallException _) {
      return false;
    }
  }

  /** The customer saves a card on the capture page. */
  public SavedCard saveCard(DemoCustomer customer, String cardNumber) {
    return customers.act(
        agent -> new CustomerCards(merchant, agent).save(customer.reference(), cardNumber));
  }

  /** Waits until this is the customer's default card; false when it never is. */
  public boolean becomesDefault(DemoCustomer customer, String last4) {
    return holdsInTime(() ->
        merchant.savedCards(customer.reference()).stream()
            .anyMatch(card -> card.isDefault() && card.last4().equals(last4)));
  }

  /** The customer acts on a page. */
  public <T> T customerActs(Function<CustomerAgent, T> act) {
    return customers.act(act);
  }

  /** A request under a new id, not published yet. */
  public ChargeRequested request(DemoCustomer customer, long amountMinor, String currency) {
    return ChargeRequested.newBuilder()
        .setRequestId(run + "-order-" + requests.incrementAndGet())
        .setCustomerReference(customer.reference())
        .setAmountMinor(amountMinor)
        .setCurrency(currency)
        .setDescription("Order " + requests.get())
        .setRequestedAt(now())
        .build();
  }

  /** Publishes a request. */
  public void publish(ChargeRequested request) {
    upstream.publish(request);
  }

  /** Publishes a new request that must end paid. */
  public ChargeRequested charge(DemoCustomer customer, long amountMinor, String currency) {
    var request = request(customer, amountMinor, currency);
    mustBePaid(request);
    publish(request);
    return request;
  }

  /** The ledger must show this request paid exactly once when the demo ends. */
  public void mustBePaid(ChargeRequested request) {
    paid.add(request);
  }

  /** Withdraws a request. */
  public void cancel(ChargeRequested request, String reason) {
    upstream.publish(
        ChargeCancellationRequested.newBuilder()
            .setRequestId(request.getRequestId())
            .setReason(reason)
            .setRequestedAt(now())
            .build());
  }

  /** The next state the charge rests in. */
  public ChargeEvent next(ChargeRequested request) {
    return nextAfter(request, 0);
  }

  /** The next state the charge rests in after this one. */
  public ChargeEvent next(ChargeRequested request, ChargeEvent previous) {
    return nextAfter(request, previous.getSequence());
  }

  private ChargeEvent nextAfter(ChargeRequested request, long sequence) {
    return await(
        request,
        event -> event.getSequence() > sequence && !IN_PASSING.contains(event.getType()),
        "no news of " + request.getRequestId());
  }

  /** The first event of this type. */
  public ChargeEvent first(ChargeRequested request, ChargeEventType type) {
    return await(
        request, event -> event.getType() == type, "no " + type + " for " + request.getRequestId());
  }

  private ChargeEvent await(
      ChargeRequested request, Function<ChargeEvent, Boolean> wanted, String otherwise) {
    return events
        .await(
            event -> event.getRequestId().equals(request.getRequestId()) && wanted.apply(event),
            LIMIT)
        .orElseThrow(() -> new SceneStuckException(otherwise + in(LIMIT)));
  }

  /** The customer's first mail with a link. */
  public Mail mail(DemoCustomer customer) {
    return inbox
        .await(customer.email(), mail -> !mail.links().isEmpty(), LIMIT)
        .orElseThrow(() -> new SceneStuckException("no mail" + in(LIMIT)));
  }

  /** The link in a mail. */
  public static URI linkIn(Mail mail) {
    return mail.links().getFirst();
  }

  /** The charge as charge-worker tells of it. */
  public JsonNode charge(String requestId) {
    return merchant
        .charge(requestId)
        .orElseThrow(() -> new SceneStuckException("charge-worker does not know " + requestId));
  }

  /** Lets the bank refuse the next attempt on this card. */
  public void refuseNext(SavedCard card, String declineCode) {
    stripe.post(
        "/_sim/cards/" + card.paymentMethodId() + "/next",
        Map.of("outcome", "decline", "decline_code", declineCode));
  }

  /** The status of a PaymentIntent, as Stripe has it. */
  public String intentStatus(String paymentIntentId) {
    return intents.status(paymentIntentId);
  }

  /** The money, as Stripe has it. */
  public Ledger ledger() {
    return new Ledger(stripe.ledger());
  }

  /** Requests that must be paid by now. */
  PaidRequests paid() {
    return paid;
  }

  /** Begins every request id of this run. */
  String requestPrefix() {
    return run + "-order-";
  }

  private static boolean holdsInTime(Supplier<Boolean> condition) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.get()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SceneStuckException("interrupted");
    }
  }

  private static String in(Duration limit) {
    return " within " + limit.toSeconds() + " s";
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    events.close();
    upstream.close();
  }
}

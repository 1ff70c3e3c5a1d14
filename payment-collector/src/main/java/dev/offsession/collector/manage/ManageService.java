package dev.offsession.collector.manage;

import dev.offsession.collector.customers.CustomerService;
import dev.offsession.collector.customers.ReachStore;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.collector.customers.domain.Reach;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.LinkService.Issued;
import dev.offsession.collector.links.LinkService.Order;
import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.links.domain.LinkPurpose;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lets a customer look after their saved cards, and say how they want to be reached. */
public final class ManageService {
  private final LinkService links;
  private final CustomerService customers;
  private final ReachStore reaches;
  private final Clock clock;

  public ManageService(
      LinkService links, CustomerService customers, ReachStore reaches, Clock clock) {
    this.links = links;
    this.customers = customers;
    this.reaches = reaches;
    this.clock = clock;
  }

  /** The cards page for one customer; with a link whose time has passed it shows no cards. */
  public record Cards(Link link, Customer customer, boolean open) {}

  /** The preferences page for one customer. */
  public record Preferences(Link link, Customer customer, Reach reach, boolean open) {}

  /** A link to the page of the saved cards. */
  public Mono<Issued> openSession(Customer customer, @Nullable String returnUrl) {
    var order = Order.about(customer.reference(), LinkPurpose.CARDS, returnUrl);
    return links.issue(LinkService.newId(), order);
  }

  /** Looks, and changes nothing; empty when the token opens nothing. */
  public Mono<Cards> cards(String token) {
    return links
        .find(token, LinkPurpose.CARDS)
        .flatMap(link ->
            customers
                .find(link.customer())
                .map(customer -> new Cards(link, customer, link.isOpen(clock.instant()))));
  }

  /** Makes a saved card the default; empty when the token opens nothing or it is not theirs. */
  public Mono<Customer> chooseDefault(String token, PaymentMethodId card) {
    return openCards(token)
        .flatMap(customer -> customers.chooseDefault(customer, card).map(_ -> customer));
  }

  /** Removes a saved card for good; empty as above, and when it is gone already. */
  public Mono<Customer> remove(String token, PaymentMethodId card) {
    return openCards(token)
        .flatMap(customer -> customers.remove(customer, card).map(_ -> customer));
  }

  /** A link to save one more card; empty when the token opens nothing. */
  public Mono<Issued> addCard(String token) {
    return cards(token)
        .filter(Cards::open)
        .map(cards ->
            Order.about(cards.link().customer(), LinkPurpose.SETUP, cards.link().returnUrl()))
        .flatMap(order -> links.issue(LinkService.newId(), order));
  }

  /** Looks, and changes nothing; empty when the token opens nothing. */
  public Mono<Preferences> preferences(String token) {
    return links
        .find(token, LinkPurpose.PREFERENCES)
        .flatMap(link ->
            Mono.zip(customers.find(link.customer()), reaches.reach(link.customer()))
                .map(both ->
                    new Preferences(
                        link, both.getT1(), both.getT2(), link.isOpen(clock.instant()))));
  }

  /** Mutes reminders, or wants them again; empty when the token opens nothing. */
  public Mono<Link> muteReminders(String token, boolean muted) {
    return openPreferences(token)
        .flatMap(link -> reaches.muteReminders(link.customer(), muted).thenReturn(link));
  }

  /** Switches push messages off on every device; empty when the token opens nothing. */
  public Mono<Link> switchPushOff(String token) {
    return openPreferences(token)
        .flatMap(link -> reaches.unsubscribeAll(link.customer()).thenReturn(link));
  }

  private Mono<Customer> openCards(String token) {
    return cards(token).filter(Cards::open).map(Cards::customer);
  }

  private Mono<Link> openPreferences(String token) {
    return links.find(token, LinkPurpose.PREFERENCES).filter(link -> link.isOpen(clock.instant()));
  }
}

package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.CardHooks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one simulated Stripe account: the engine's front door.
 *
 * <p>The parts it hands out are not thread-safe. Use them inside {@link #exclusively}.
 */
public final class Account {
  private final ReentrantLock lock = new ReentrantLock();
  private final World world;
  private final Customers customers;
  private final PaymentMethods paymentMethods;
  private final SetupIntents setupIntents;
  private final PaymentIntents paymentIntents;
  private final Charges charges;
  private final Refunds refunds;
  private final WebhookEndpoints webhookEndpoints;

  /** An empty account. */
  public Account(InstantSource realTime, Ids ids, EngineSettings settings) {
    SimulatedClock clock = new SimulatedClock(realTime);
    this.world =
        new World(
            clock,
            ids,
            new Timeline(),
            new Store(),
            new Journal(clock, ids),
            new CardHooks(),
            settings);
    this.customers = new Customers(world);
    this.paymentMethods = new PaymentMethods(world);
    this.charges = new Charges(world);
    this.refunds = new Refunds(world);
    this.webhookEndpoints = new WebhookEndpoints(world);
    this.setupIntents = new SetupIntents(world, paymentMethods);
    this.paymentIntents = new PaymentIntents(world, paymentMethods, charges);
  }

  /** Runs work while no other call touches the account. */
  public <T> T exclusively(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Runs what is due by the clock and returns the events that nobody was told of. */
  public List<Event> runDue() {
    return exclusively(() -> {
      world.timeline().runDue(world.now());
      return world.journal().takeUnsent();
    });
  }

  /** Moves the clock forward, running everything that falls due on the way. */
  public List<Event> advance(Duration step) {
    world.clock().advance(step);
    return runDue();
  }

  /** The customer has answered the bank's challenge of either kind of intent. */
  public Intent answerChallenge(Intent intent, boolean passed, Cause cause) {
    return switch (intent) {
      case PaymentIntent payment -> paymentIntents.answerChallenge(payment.id(), passed, cause);
      case SetupIntent setup -> setupIntents.answerChallenge(setup.id(), passed, cause);
    };
  }

  /** An empty account again, at real time; the webhook endpoints stay. */
  public void reset() {
    exclusively(() -> {
      world.timeline().clear();
      world.store().clear();
      world.journal().clear();
      world.hooks().clear();
      world.clock().reset();
      return true;
    });
  }

  /** The clock. */
  public SimulatedClock clock() {
    return world.clock();
  }

  /** The seeded source of ids and choices. */
  public Ids ids() {
    return world.ids();
  }

  /** What will happen later. */
  public Timeline timeline() {
    return world.timeline();
  }

  /** The objects. */
  public Store store() {
    return world.store();
  }

  /** The events. */
  public Journal journal() {
    return world.journal();
  }

  /** Answers that tests have put into the banks' mouths. */
  public CardHooks hooks() {
    return world.hooks();
  }

  /** Who pays. */
  public Customers customers() {
    return customers;
  }

  /** Cards. */
  public PaymentMethods paymentMethods() {
    return paymentMethods;
  }

  /** Saving cards. */
  public SetupIntents setupIntents() {
    return setupIntents;
  }

  /** Payments. */
  public PaymentIntents paymentIntents() {
    return paymentIntents;
  }

  /** Attempts to take money. */
  public Charges charges() {
    return charges;
  }

  /** Giving money back. */
  public Refunds refunds() {
    return refunds;
  }

  /** Receivers of events. */
  public WebhookEndpoints webhookEndpoints() {
    return webhookEndpoints;
  }
}

package dev.offsession.charging.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.Customer;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.EventOutlet;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.Policy;
import dev.offsession.charging.domain.RequestRules;
import dev.offsession.charging.domain.StripeCustomerId;
import dev.offsession.charging.mongo.MongoChargeStore;
import dev.offsession.charging.mongo.MongoCustomerDirectory;
import dev.offsession.parts.SharedParts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What a charge costs the store: counted on the wire, with the real adapters. */
class StoreOperationsIT {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final PaymentMethodId VISA = new PaymentMethodId("pm_visa");
  private static final List<String> WRITES =
      List.of("insert", "update", "findAndModify", "findandmodify", "delete");

  private final Queue<String> commands = new ConcurrentLinkedQueue<>();
  private final CustomerReference alice = new CustomerReference("alice-" + UUID.randomUUID());
  private final FakeStripe stripe = new FakeStripe();
  private final MongoDatabase database = client().getDatabase("operations");
  private final MongoChargeStore store =
      new MongoChargeStore(database, Duration.ofSeconds(60), PATIENCE);
  private final MongoCustomerDirectory customers = new MongoCustomerDirectory(database, PATIENCE);

  @Test
  void aPaidChargeCostsFiveWritesAndOneRead() {
    charge();

    assertThat(stripe.charged()).hasSize(1);
    assertThat(commands.stream().filter(WRITES::contains)).hasSizeLessThanOrEqualTo(5);
    assertThat(commands.stream().filter("find"::equals)).hasSizeLessThanOrEqualTo(1);
    assertThat(commands).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void aRefusalCostsOneWriteMoreAndTheCardIsRemembered() {
    stripe.refuseNext("insufficient_funds");

    charge();

    assertThat(commands.stream().filter(WRITES::contains)).hasSizeLessThanOrEqualTo(6);
    assertThat(customers.find(alice).orElseThrow().refusals()).hasSize(1);
  }

  private void charge() {
    store.createIndexes();
    customers.keep(
        new Customer(
            alice, new StripeCustomerId("cus_1"), Optional.of(VISA), List.of(Card.of(VISA)), 1));
    ChargeSettings settings =
        new ChargeSettings(
            RequestRules.forPrefixOf(10),
            Policy.standard(),
            Duration.ofSeconds(60),
            20,
            Duration.ofSeconds(5));
    ChargeService charges =
        new ChargeService(
            store, customers, stripe, new Outlet(), new Ledger(), () -> NOON, settings);
    Window window = new Window(charges);
    commands.clear();
    new ChargeIntake(store, new Outlet(), window, new Ledger(), () -> NOON, settings)
        .accept(List.of(request()));
    window.run();
  }

  private ChargeRequest request() {
    return new ChargeRequest(
        new ChargeRequestId("order-" + UUID.randomUUID()),
        alice,
        1200,
        "jpy",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        Optional.empty(),
        NOON);
  }

  private MongoClient client() {
    CommandListener counting =
        new CommandListener() {
          @Override
          public void commandStarted(CommandStartedEvent event) {
            if (event.getDatabaseName().equals("operations")) {
              commands.add(event.getCommandName());
            }
          }
        };
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(SharedParts.mongo().uri()))
            .addCommandListener(counting)
            .build());
  }

  private static final class Outlet implements EventOutlet {
    @Override
    public boolean publish(List<Announcement> news) {
      return true;
    }

    @Override
    public boolean publishConflict(ChargeRequest refused, Instant at) {
      return true;
    }
  }

  private static final class Window implements WorkWindow {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final ChargeService charges;

    Window(ChargeService charges) {
      this.charges = charges;
    }

    @Override
    public void work(HeldCharge held) {
      tasks.add(() -> charges.work(held));
    }

    @Override
    public void workIfDue(ChargeRequestId id) {
      tasks.add(() -> charges.workIfDue(id));
    }

    @Override
    public void discard(PaymentIntentId intent) {
      tasks.add(() -> charges.discard(intent));
    }

    void run() {
      while (!tasks.isEmpty()) {
        tasks.remove().run();
      }
    }
  }
}

package dev.offsession.charging;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import dev.offsession.charging.domain.CardRefusal;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeRules;
import dev.offsession.charging.domain.Customer;
import dev.offsession.charging.domain.CustomerDirectory;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.EventOutlet;
import dev.offsession.charging.domain.Policy;
import dev.offsession.charging.domain.RequestRules;
import dev.offsession.charging.observe.LoggingObserver;
import dev.offsession.charging.pace.Board;
import dev.offsession.charging.pace.KeyCircuit;
import dev.offsession.charging.pace.SharedPace;
import dev.offsession.charging.pace.Turns;
import dev.offsession.charging.stripe.PacedPaymentGateway;
import dev.offsession.charging.stripe.StripePaymentGateway;
import dev.offsession.charging.usecase.ChargeService;
import dev.offsession.charging.usecase.ChargeSettings;
import dev.offsession.charging.usecase.InMemoryChargeStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VirtualThreadWindowTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final ChargeRequestId ORDER = new ChargeRequestId("order-1");
  private static final ChargeSettings SETTINGS =
      new ChargeSettings(
          RequestRules.forPrefixOf(10), Policy.standard(), LEASE, 20, Duration.ofSeconds(5));

  private final InMemoryChargeStore store = new InMemoryChargeStore(LEASE);
  private final KeyCircuit circuit = new KeyCircuit(Duration.ofSeconds(30), () -> 0);
  private final VirtualThreadWindow window =
      new VirtualThreadWindow(charges(), 10, () -> 3, circuit::isOpen, Duration.ofSeconds(5));

  @Test
  void worksWhatIsHandedIn() {
    aDueCharge();

    window.workIfDue(ORDER);
    window.close();

    assertThat(store.dueAt(ORDER).orElseThrow()).isAfter(NOON);
  }

  @Test
  void hasNoMoreRoomThanThePaceHas() {
    assertThat(window.room()).isEqualTo(3);
    assertThat(window.isFull()).isFalse();
  }

  @Test
  void restsWhileStripeRefusesTheKeyAndLeavesEverythingDue() {
    aDueCharge();
    circuit.refused();

    window.workIfDue(ORDER);
    window.close();

    assertThat(store.dueAt(ORDER)).contains(NOON);
    assertThat(window.room()).isZero();
    assertThat(window.isFull()).isTrue();
  }

  private void aDueCharge() {
    ChargeRequest request =
        new ChargeRequest(
            ORDER,
            new CustomerReference("alice"),
            1200,
            "jpy",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            Optional.empty(),
            NOON);
    var _ =
        store.insert(
            List.of(ChargeRules.accept(request, SETTINGS.rules(), SETTINGS.policy(), NOON)), NOON);
  }

  /** Nobody knows the customer, so Stripe is never asked. */
  private ChargeService charges() {
    StripeClient nowhere = StripeClient.builder().setApiKey("sk_test_x").build();
    SharedPace pace =
        new SharedPace("one", new Board(() -> 0), new SharedPace.Limits(80, 20, LEASE), () -> 0);
    return new ChargeService(
        store,
        new Nobody(),
        new PacedPaymentGateway(
            new StripePaymentGateway(nowhere, _ -> {}, _ -> true),
            new Turns(pace, _ -> {}),
            circuit),
        new Outlet(),
        new LoggingObserver(new SimpleMeterRegistry()),
        () -> NOON,
        SETTINGS);
  }

  private static final class Nobody implements CustomerDirectory {
    @Override
    public Optional<Customer> find(CustomerReference reference) {
      return Optional.empty();
    }

    @Override
    public void keep(Customer customer) {}

    @Override
    public void noteRefusal(CustomerReference reference, CardRefusal refusal) {}

    @Override
    public void forget(CustomerReference reference) {}
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
}

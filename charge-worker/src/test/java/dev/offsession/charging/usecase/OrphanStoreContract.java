package dev.offsession.charging.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.OrphanIntent;
import dev.offsession.charging.domain.OrphanStore;
import dev.offsession.charging.domain.PaymentIntentId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of intents without a charge promises. */
public abstract class OrphanStoreContract {
  protected static final Duration LEASE = Duration.ofMinutes(15);
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final OrphanIntent ORPHAN =
      new OrphanIntent(new PaymentIntentId("pi_1"), new ChargeRequestId("order-1"));
  private static final OrphanStore.Waiting WAITING = new OrphanStore.Waiting(ORPHAN, NOON);

  private OrphanStore store;

  @BeforeEach
  void openAnEmptyStore() {
    store = newStore();
  }

  /** An empty store with the {@link #LEASE}. */
  protected abstract OrphanStore newStore();

  @Test
  void givesAnIntentWhenItIsDueAndAgainAfterTheLease() {
    store.park(ORPHAN, NOON, NOON.plusSeconds(60));

    assertThat(store.claimDue(NOON.plusSeconds(59), 10)).isEmpty();
    assertThat(store.claimDue(NOON.plusSeconds(60), 10)).containsExactly(WAITING);
    assertThat(store.claimDue(NOON.plusSeconds(60), 10)).isEmpty();
    assertThat(store.claimDue(NOON.plusSeconds(60).plus(LEASE), 10)).containsExactly(WAITING);
  }

  @Test
  void countsTheWaitingFromTheFirstTime() {
    store.park(ORPHAN, NOON, NOON);

    store.park(ORPHAN, NOON.plusSeconds(60), NOON.plusSeconds(60));

    assertThat(store.claimDue(NOON, 10)).containsExactly(WAITING);
  }

  @Test
  void forgetsWhatIsRemoved() {
    store.park(ORPHAN, NOON, NOON);

    store.remove(ORPHAN.intent());

    assertThat(store.claimDue(NOON.plus(LEASE), 10)).isEmpty();
  }

  @Test
  void givesNoMoreThanAskedFor() {
    store.park(ORPHAN, NOON, NOON);
    store.park(
        new OrphanIntent(new PaymentIntentId("pi_2"), new ChargeRequestId("order-2")), NOON, NOON);

    assertThat(store.claimDue(NOON, 1)).hasSize(1);
    assertThat(store.claimDue(NOON, 10)).hasSize(1);
  }
}

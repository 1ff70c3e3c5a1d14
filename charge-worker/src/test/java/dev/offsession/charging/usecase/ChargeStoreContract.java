package dev.offsession.charging.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeEvent;
import dev.offsession.charging.domain.ChargeInput;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeRules;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.Fingerprint;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.Insertion;
import dev.offsession.charging.domain.Policy;
import dev.offsession.charging.domain.RequestRules;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.domain.StoreChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of charges promises: the one on MongoDB, and the one that tests are run on. */
public abstract class ChargeStoreContract {
  protected static final Duration LEASE = Duration.ofSeconds(60);
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Policy POLICY = Policy.standard();

  private ChargeStore store;

  @BeforeEach
  void openAnEmptyStore() {
    store = newStore();
  }

  /** An empty store with the {@link #LEASE}. */
  protected abstract ChargeStore newStore();

  @Test
  void givesBackWhatWasStored() {
    HeldCharge held = insert(aBirth());

    assertThat(store.find(held.charge().id())).contains(held);
    assertThat(held.outbox()).hasSize(1);
  }

  @Test
  void storesAnIdOnceAndSaysWithWhatContent() {
    Decision first = aBirth();
    Decision other = aBirth();

    List<Insertion> results = store.insert(List.of(first, other, first), leaseEnd());

    assertThat(results.get(0)).isInstanceOf(Insertion.Inserted.class);
    assertThat(results.get(1)).isInstanceOf(Insertion.Inserted.class);
    assertThat(results.get(2))
        .isEqualTo(new Insertion.Known(Fingerprint.of(first.charge().request())));
  }

  @Test
  void claimsADueChargeOnceAndRaisesTheFence() {
    HeldCharge held = insert(aBirth());
    assertThat(store.claimDue(NOON, 10)).isEmpty();

    List<HeldCharge> claimed = store.claimDue(leaseEnd(), 10);

    assertThat(claimed).hasSize(1);
    assertThat(claimed.getFirst().fence()).isEqualTo(held.fence() + 1);
    assertThat(store.claimDue(leaseEnd(), 10)).isEmpty();
    assertThat(store.claimIfDue(held.charge().id(), leaseEnd().plus(LEASE))).isPresent();
  }

  @Test
  void claimsNoMoreThanAskedFor() {
    for (int i = 0; i < 5; i++) {
      insert(aBirth());
    }

    assertThat(store.claimDue(leaseEnd(), 3)).hasSize(3);
    assertThat(store.claimDue(leaseEnd(), 10)).hasSize(2);
  }

  @Test
  void writesNothingForAHolderWhoLostTheClaim() {
    HeldCharge old = insert(aBirth());
    store.claimDue(leaseEnd(), 1);

    assertThat(store.save(old, canceled(old, false))).isEmpty();
    assertThat(found(old).charge()).isEqualTo(old.charge());
  }

  @Test
  void writesNothingForAReaderWhoWasOvertaken() {
    HeldCharge read = insert(aBirth());
    store.save(read, canceled(read, true));

    assertThat(store.save(read, canceled(read, true))).isEmpty();
  }

  @Test
  void putsStateAndNewsInOneWriteAndTakesOutWhatWasPublished() {
    HeldCharge held = insert(aBirth()).allPublished();

    HeldCharge saved = store.save(held, canceled(held, false)).orElseThrow();

    assertThat(saved.charge().stateName()).isEqualTo(StateName.CANCELED);
    assertThat(saved.outbox()).extracting(ChargeEvent::sequence).containsExactly(2L);
    assertThat(found(held)).isEqualTo(saved);
  }

  @Test
  void letsAFinishedChargeRestForEver() {
    HeldCharge held = insert(aBirth()).allPublished();
    HeldCharge saved = store.save(held, canceled(held, false)).orElseThrow().allPublished();

    store.save(saved, rest(saved));

    assertThat(store.claimDue(NOON.plus(Duration.ofDays(365)), 10)).isEmpty();
    assertThat(found(held).outbox()).isEmpty();
  }

  @Test
  void remembersTheEventsThatChangedACharge() {
    HeldCharge held = insert(aBirth());
    StoreChange change = canceled(held, true);

    store.save(held, change);

    assertThat(found(held).seenEvents()).containsExactly("evt_1");
  }

  @Test
  void wakesTheWaitingChargesOfACustomerEvenUnderAHolder() {
    HeldCharge held = insert(aBirth());
    CustomerReference customer = held.charge().request().customer();

    assertThat(store.wakeWaiting(customer, NOON)).containsExactly(held.charge().id());

    assertThat(store.claimIfDue(held.charge().id(), NOON)).isPresent();
    assertThat(store.save(held, canceled(held, false))).isEmpty();
  }

  @Test
  void keepsACancellationUntilItsRequestComes() {
    Decision birth = aBirth();
    ChargeRequestId id = birth.charge().id();
    assertThat(store.keepCancellation(id, "gone", NOON)).isTrue();
    assertThat(store.keepCancellation(id, "gone", NOON)).isTrue();
    assertThat(store.find(id)).isEmpty();

    assertThat(store.insert(List.of(birth), leaseEnd()))
        .containsExactly(new Insertion.CanceledAhead("gone"));
    assertThat(store.insertCanceled(birth, leaseEnd())).isPresent();

    assertThat(store.find(id)).isPresent();
    assertThat(store.insertCanceled(birth, leaseEnd())).isEmpty();
    assertThat(store.keepCancellation(id, "gone", NOON)).isFalse();
  }

  private HeldCharge insert(Decision birth) {
    return ((Insertion.Inserted) store.insert(List.of(birth), leaseEnd()).getFirst()).held();
  }

  private HeldCharge found(HeldCharge held) {
    return store.find(held.charge().id()).orElseThrow();
  }

  private static Instant leaseEnd() {
    return NOON.plus(LEASE);
  }

  private static StoreChange canceled(HeldCharge held, boolean takeOver) {
    Decision decision =
        ChargeRules.decide(held.charge(), new ChargeInput.CancelAsked("test"), POLICY, NOON);
    return new StoreChange(
        decision.charge(),
        decision.events(),
        Optional.of(NOON),
        takeOver,
        Optional.of("evt_1"),
        Optional.of(decision.why()),
        NOON);
  }

  private static StoreChange rest(HeldCharge held) {
    Charge charge = held.charge();
    return new StoreChange(
        charge, List.of(), Optional.empty(), false, Optional.empty(), Optional.empty(), NOON);
  }

  private static Decision aBirth() {
    ChargeRequest request =
        new ChargeRequest(
            new ChargeRequestId("order-" + UUID.randomUUID()),
            new CustomerReference("customer-" + UUID.randomUUID()),
            1200,
            "JPY",
            Optional.of("pm_1"),
            Optional.of("Tea"),
            Optional.of("TEA"),
            new TreeMap<>(Map.of("a.b", "dots", "$c", "dollars")),
            Optional.of(NOON.plus(Duration.ofDays(1))),
            NOON,
            Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    return ChargeRules.accept(request, RequestRules.forPrefixOf(10), POLICY, NOON);
  }
}

package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.Insertion;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.domain.StoreChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mistakes of storing: what is not there when it counts, and who writes without the right. */
final class StoreMutants {
  private StoreMutants() {}

  private interface Mistake {
    ChargeStore with(ChargeStore real, Worker worker);
  }

  static List<Mutant> all() {
    return List.of(
        store("insert-not-awaited", "a request counts as stored before it is", LateInsert::new),
        store("save-not-awaited", "Stripe is asked before the state is stored", LateSave::new),
        store("no-fence", "whoever writes, writes over what is there", NoFence::new),
        store("no-version", "the fence is looked at, the version is not", NoVersion::new),
        store("claim-without-lease", "what is due is taken without marking it", NoClaim::new),
        store("outbox-apart", "the state is stored first, its news in a second write", Apart::new),
        store(
            "outbox-emptied",
            "a write empties the outbox, published or not",
            (real, _) ->
                new ForwardingStore(real) {
                  @Override
                  public Optional<HeldCharge> save(HeldCharge held, StoreChange change) {
                    return super.save(held.allPublished(), change);
                  }
                }),
        store(
            "retry-without-due-time",
            "a scheduled retry is stored without the moment to take it up",
            (real, _) -> undue(real, StateName.RETRY_SCHEDULED)),
        store(
            "unknown-without-due-time",
            "an unanswered confirm is stored without the moment to look",
            (real, _) -> undue(real, StateName.CONFIRMING)),
        store(
            "final-without-relay",
            "a finished charge is never due, though its news is not out",
            (real, _) -> undue(real, StateName.SUCCEEDED)),
        store(
            "upsert-instead-of-insert",
            "a request that comes again replaces its document",
            Upsert::new),
        store(
            "cancellation-ahead-forgotten",
            "a cancellation without its request is dropped",
            (real, _) ->
                new ForwardingStore(real) {
                  @Override
                  public boolean keepCancellation(ChargeRequestId id, String reason, Instant now) {
                    return true;
                  }
                }));
  }

  private static Mutant store(String name, String mistake, Mistake made) {
    return new Mutant(
        name,
        mistake,
        new Mutation() {
          @Override
          public ChargeStore store(ChargeStore real, Worker worker) {
            return made.with(real, worker);
          }
        });
  }

  private static ChargeStore undue(ChargeStore real, StateName state) {
    return new ForwardingStore(real) {
      @Override
      public Optional<HeldCharge> save(HeldCharge held, StoreChange change) {
        boolean hit = change.charge().stateName() == state && !change.takeOver();
        return super.save(held, hit ? dueAt(change, Optional.empty()) : change);
      }
    };
  }

  private static StoreChange dueAt(StoreChange change, Optional<Instant> dueAt) {
    return new StoreChange(
        change.charge(),
        change.events(),
        dueAt,
        change.takeOver(),
        change.seenEvent(),
        change.why(),
        change.at());
  }

  /** What a save will return when it is done. */
  private static HeldCharge foreseen(HeldCharge held, StoreChange change) {
    return new HeldCharge(
        change.charge(), change.events(), held.seenEvents(), held.fence(), held.version() + 1);
  }

  private static final class LateInsert extends ForwardingStore {
    private final Worker worker;

    LateInsert(ChargeStore real, Worker worker) {
      super(real);
      this.worker = worker;
    }

    @Override
    public List<Insertion> insert(List<Decision> births, Instant leaseEnds) {
      worker.liberties().later(1_000, () -> super.insert(births, leaseEnds));
      return births.stream()
          .<Insertion>map(birth ->
              new Insertion.Inserted(
                  new HeldCharge(birth.charge(), birth.events(), Set.of(), 1, 1)))
          .toList();
    }
  }

  private static final class LateSave extends ForwardingStore {
    private final Worker worker;

    LateSave(ChargeStore real, Worker worker) {
      super(real);
      this.worker = worker;
    }

    @Override
    public Optional<HeldCharge> save(HeldCharge held, StoreChange change) {
      boolean asks =
          change.charge().stateName() == StateName.CREATING
              || change.charge().stateName() == StateName.CONFIRMING;
      if (!asks || change.takeOver()) {
        return super.save(held, change);
      }
      worker.liberties().later(500, () -> super.save(held, change));
      return Optional.of(foreseen(held, change));
    }
  }

  private static final class NoFence extends ForwardingStore {
    private final Worker worker;

    NoFence(ChargeStore real, Worker worker) {
      super(real);
      this.worker = worker;
    }

    @Override
    public Optional<HeldCharge> save(HeldCharge held, StoreChange change) {
      return Optional.of(worker.liberties().overwrite(held, change));
    }
  }

  private static final class NoVersion extends ForwardingStore {
    private final Worker worker;

    NoVersion(ChargeStore real, Worker worker) {
      super(real);
      this.worker = worker;
    }

    @Override
    public Optional<HeldCharge> save(HeldCharge held, StoreChange change) {
      Optional<HeldCharge> there = super.find(change.charge().id());
      boolean sameFence = there.filter(one -> one.fence() == held.fence()).isPresent();
      return sameFence ? Optional.of(worker.liberties().overwrite(held, change)) : Optional.empty();
    }
  }

  private static final class NoClaim extends ForwardingStore {
    private final Worker worker;

    NoClaim(ChargeStore real, Worker worker) {
      super(real);
      this.worker = worker;
    }

    @Override
    public List<HeldCharge> claimDue(Instant now, int max) {
      return worker.liberties().lookAtDue(now).stream().limit(max).toList();
    }
  }

  private static final class Apart extends ForwardingStore {
    Apart(ChargeStore real, Worker worker) {
      super(real);
    }

    @Override
    public Optional<HeldCharge> save(HeldCharge held, StoreChange change) {
      if (change.events().isEmpty()) {
        return super.save(held, change);
      }
      StoreChange first =
          new StoreChange(
              change.charge(),
              List.of(),
              change.dueAt(),
              false,
              change.seenEvent(),
              change.why(),
              change.at());
      return super.save(held, first).flatMap(saved -> super.save(saved, change));
    }
  }

  private static final class Upsert extends ForwardingStore {
    private final Worker worker;

    Upsert(ChargeStore real, Worker worker) {
      super(real);
      this.worker = worker;
    }

    @Override
    public List<Insertion> insert(List<Decision> births, Instant leaseEnds) {
      births.forEach(birth -> worker.liberties().replace(birth, leaseEnds));
      return super.insert(births, leaseEnds);
    }
  }
}

package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeEvent;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.EventOutlet;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.StoreChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mistakes of telling. */
final class OutletMutants {
  private OutletMutants() {}

  static List<Mutant> all() {
    return List.of(
        outlet(
            "publish-and-forget",
            "publishing counts as done without Kafka's word",
            real ->
                new Forwarding(real) {
                  @Override
                  public boolean publish(List<Announcement> news) {
                    super.publish(news);
                    return true;
                  }
                }),
        outlet(
            "conflict-and-forget",
            "a conflict counts as told without Kafka's word",
            real ->
                new Forwarding(real) {
                  @Override
                  public boolean publishConflict(ChargeRequest refused, Instant at) {
                    super.publishConflict(refused, at);
                    return true;
                  }
                }),
        outlet(
            "conflict-absorbed",
            "a conflict is taken for a repetition",
            real ->
                new Forwarding(real) {
                  @Override
                  public boolean publishConflict(ChargeRequest refused, Instant at) {
                    return true;
                  }
                }),
        outlet(
            "renumber-on-repeat",
            "news gets a number of its own each time it is published",
            real ->
                new Forwarding(real) {
                  private long published;

                  @Override
                  public boolean publish(List<Announcement> news) {
                    return super.publish(news.stream().map(this::renumbered).toList());
                  }

                  private Announcement renumbered(Announcement one) {
                    ChargeEvent event = one.event();
                    long number = published == 0 ? event.sequence() : event.sequence() + 100;
                    published++;
                    return new Announcement(
                        one.request(),
                        new ChargeEvent(
                            number,
                            event.at(),
                            event.intent(),
                            event.card(),
                            event.deadline(),
                            event.what()));
                  }
                }),
        publishFirst());
  }

  private static Mutant publishFirst() {
    return new Mutant(
        "publish-before-store",
        "news is out before the state it tells of is stored",
        new Mutation() {
          @Override
          public ChargeStore store(ChargeStore real, Worker worker) {
            return new ForwardingStore(real) {
              @Override
              public Optional<HeldCharge> save(HeldCharge held, StoreChange change) {
                List<EventOutlet.Announcement> news =
                    change.events().stream()
                        .map(
                            event -> new EventOutlet.Announcement(change.charge().request(), event))
                        .toList();
                if (!news.isEmpty()) {
                  worker.liberties().outlet().publish(news);
                }
                return super.save(held, change);
              }
            };
          }
        });
  }

  private interface Mistake {
    EventOutlet with(EventOutlet real);
  }

  private static Mutant outlet(String name, String mistake, Mistake made) {
    return new Mutant(
        name,
        mistake,
        new Mutation() {
          @Override
          public EventOutlet outlet(EventOutlet real, Worker worker) {
            return made.with(real);
          }
        });
  }

  private static class Forwarding implements EventOutlet {
    private final EventOutlet real;

    Forwarding(EventOutlet real) {
      this.real = real;
    }

    @Override
    public boolean publish(List<Announcement> news) {
      return real.publish(news);
    }

    @Override
    public boolean publishConflict(ChargeRequest refused, Instant at) {
      return real.publishConflict(refused, at);
    }
  }
}

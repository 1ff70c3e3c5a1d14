package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Service;
import java.util.List;

/** All drills. */
public final class Drills {
  private static final List<Drill> ALL =
      List.of(
          new StopDrill(Service.CHARGE_WORKER),
          new StopDrill(Service.NOTIFIER),
          new RollingRestartDrill(),
          new ReplayDrill(),
          new AwayDrill("store", "the store", Away.STORE),
          new AwayDrill("registry", "the schema registry", Away.REGISTRY),
          new AwayDrill("stripe", "Stripe", Away.STRIPE),
          new AwayDrill("broker", "the broker", Away.BROKER),
          new AwayAtStartDrill("store", "the store", Away.STORE),
          new AwayAtStartDrill("registry", "the schema registry", Away.REGISTRY),
          new AwayAtStartDrill("stripe", "Stripe", Away.STRIPE),
          new AwayAtStartDrill("broker", "the broker", Away.BROKER),
          new LostBrokerDrill());

  private Drills() {}

  static List<Drill> all() {
    return ALL;
  }

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(Drill::name).toList();
  }
}

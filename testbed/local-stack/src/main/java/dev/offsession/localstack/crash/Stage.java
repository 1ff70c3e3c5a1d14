package dev.offsession.localstack.crash;

import dev.offsession.localstack.client.SimulatorControl;
import dev.offsession.localstack.client.TopicTail;
import dev.offsession.localstack.client.Upstream;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.LocalStack;
import dev.offsession.localstack.stack.Service;
import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackShape;
import dev.offsession.localstack.stack.StripeSide;
import dev.offsession.schemas.topics.Topic;
import java.util.EnumSet;

/** A running stack whose services and parts may die, and everything needed to judge it. */
final class Stage implements AutoCloseable {
  private final LocalStack stack;
  private final CrashSettings settings;
  private final Outages outages;
  private final Fleet fleet;
  private final Customers customers;
  private final Upstream upstream;
  private final Watch watch = new Watch();
  private final TopicTail tail;
  private final ReaderGroup cancellations;
  private final Judge judge;

  private Stage(LocalStack stack, StackFolders folders, CrashSettings settings, FleetJars jars) {
    this.stack = stack;
    this.settings = settings;
    this.outages = new Outages(stack.addresses());
    this.fleet = Fleet.start(stack, folders, settings, outages::through, jars);
    this.customers = new Customers(stack.addresses());
    this.upstream = new Upstream(stack.addresses());
    this.tail =
        TopicTail.of(stack.addresses(), Watch.TOPICS, arrival -> watch.hears(arrival.value()));
    this.cancellations =
        new ReaderGroup(
            stack.addresses(), "charge-worker-cancellations", Topic.CHARGE_CANCELLATION_REQUESTED);
    this.judge =
        new Judge(
            watch,
            new SimulatorControl(stack.addresses())::ledger,
            new StoreView(stack.addresses())::state,
            cancellations::lag);
  }

  /**
   * Starts everything.
   *
   * @param brokers how many
   * @param jars shared by all stages of the tree
   */
  static Stage start(
      StackFolders folders,
      Addresses addresses,
      CrashSettings settings,
      int brokers,
      FleetJars jars) {
    Thread.setDefaultUncaughtExceptionHandler(Stage::uncaught);
    LocalStack stack =
        LocalStack.start(
            folders,
            addresses,
            StripeSide.Simulated.fresh(),
            StackShape.with(EnumSet.of(Service.PAYMENT_COLLECTOR)).withBrokers(brokers));
    try {
      return new Stage(stack, folders, settings, jars);
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** The inbox tells of every connection that a dying process leaves open; that is no news here. */
  private static void uncaught(Thread thread, Throwable failure) {
    if (!thread.getName().startsWith("smtp:")) {
      failure.printStackTrace();
    }
  }

  LocalStack stack() {
    return stack;
  }

  CrashSettings settings() {
    return settings;
  }

  Outages outages() {
    return outages;
  }

  Fleet fleet() {
    return fleet;
  }

  Customers customers() {
    return customers;
  }

  Upstream upstream() {
    return upstream;
  }

  Watch watch() {
    return watch;
  }

  Judge judge() {
    return judge;
  }

  @Override
  public void close() {
    tail.close();
    cancellations.close();
    fleet.close();
    outages.close();
    stack.close();
    upstream.close();
  }
}

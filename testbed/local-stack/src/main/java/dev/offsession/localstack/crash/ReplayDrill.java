package dev.offsession.localstack.crash;

import dev.offsession.localstack.client.SimulatorControl;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.Service;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Somebody sets the group back to the beginning of {@code charge-requested}. */
final class ReplayDrill implements Drill {
  private static final String GROUP = "charge-worker";
  private static final int CHARGES = 40;

  /** Kafka forgets a killed reader only then. */
  private static final Duration SESSION = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "topic-replayed";
  }

  @Override
  public String promise() {
    return "charge-requested read again from offset 0: no new charge";
  }

  @Override
  public Outcome play(Stage stage) {
    Findings findings = new Findings();
    stage.fleet().awaitAll();
    Addresses addresses = stage.stack().addresses();
    Batch batch = Batch.ofPaid(name() + "-" + System.currentTimeMillis(), CHARGES);
    batch.firstWave(stage.upstream());
    findings.awaitEnd(stage, batch);
    SimulatorControl stripe = new SimulatorControl(addresses);
    int before = stripe.ledger().path("charges").size();
    Crew workers = stage.fleet().crew(Service.CHARGE_WORKER);
    workers.processes().forEach(ChildProcess::close);
    Pause.of(SESSION);
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.kafka()))) {
      setBack(admin);
      workers.awaitAll();
      findings.await(() -> lag(admin) == 0, "not everything was read again");
      findings.saw("%d records read again".formatted(records(admin)));
    }
    Pause.of(stage.settings().lease());
    int after = stripe.ledger().path("charges").size();
    findings.check(after == before, "%d new charges".formatted(after - before));
    findings.awaitEnd(stage, batch);
    findings.saw("%d charges in the ledger before and after".formatted(before));
    return findings.outcome();
  }

  private static Map<TopicPartition, OffsetSpec> partitions() {
    return IntStream.range(0, Topic.CHARGE_REQUESTED.partitions())
        .mapToObj(p -> new TopicPartition(Topic.Names.CHARGE_REQUESTED, p))
        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
  }

  private static void setBack(Admin admin) {
    Map<TopicPartition, OffsetAndMetadata> beginning =
        partitions().keySet().stream()
            .collect(Collectors.toMap(Function.identity(), _ -> new OffsetAndMetadata(0)));
    get(() -> admin.alterConsumerGroupOffsets(GROUP, beginning).all().get());
  }

  private static long records(Admin admin) {
    return get(() -> admin.listOffsets(partitions()).all().get()).values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  private static long lag(Admin admin) {
    var committed =
        get(() -> admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get());
    return records(admin)
        - committed.entrySet().stream()
            .filter(entry -> entry.getKey().topic().equals(Topic.Names.CHARGE_REQUESTED))
            .filter(entry -> entry.getValue() != null)
            .mapToLong(entry -> entry.getValue().offset())
            .sum();
  }

  private interface Asking<T> {
    T ask() throws ExecutionException, InterruptedException;
  }

  private static <T> T get(Asking<T> question) {
    try {
      return question.ask();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the broker", e);
    }
  }
}

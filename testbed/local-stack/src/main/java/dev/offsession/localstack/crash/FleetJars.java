package dev.offsession.localstack.crash;

import dev.offsession.failpoints.WovenJar;
import dev.offsession.failpoints.table.Failpoints;
import dev.offsession.localstack.stack.Service;
import dev.offsession.parts.process.JavaProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the processes of all fleets share: woven jars, and archives that let them start faster. */
public final class FleetJars {
  private static final Map<Service, String> FAILPOINTS_OF =
      Map.of(
          Service.CHARGE_WORKER, "worker",
          Service.WEBHOOK_INGEST, "ingest",
          Service.NOTIFIER, "notifier");

  private final Map<Service, CompletableFuture<Path>> jars = new ConcurrentHashMap<>();
  private final Map<Service, CompletableFuture<List<String>>> archives = new ConcurrentHashMap<>();

  /** The jar of a service; with failpoints it is a woven copy, made at the first call. */
  Path jar(Service service, Path plain, boolean failpoints) {
    return failpoints ? once(jars, service, () -> woven(service, plain)) : plain;
  }

  private static Path woven(Service service, Path plain) {
    return WovenJar.weave(plain, Failpoints.of(FAILPOINTS_OF.getOrDefault(service, "")));
  }

  /** The same program with an archive of its classes, made at the first call. */
  JavaProgram fast(Service service, JavaProgram program) {
    List<String> options = new ArrayList<>(program.jvmOptions());
    options.addAll(once(archives, service, () -> FastStart.archive(program)));
    return program.withJvmOptions(options.toArray(String[]::new));
  }

  /** On a thread of its own: a map that is locked meanwhile would block the pool of all others. */
  private static <T> T once(
      Map<Service, CompletableFuture<T>> made, Service service, Supplier<T> work) {
    return made.computeIfAbsent(
            service,
            _ ->
                CompletableFuture.supplyAsync(
                    work, task -> Thread.ofPlatform().daemon().start(task)))
        .join();
  }
}

package dev.offsession.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The four deployables, as the local stack runs them. */
public enum Service {
  PAYMENT_COLLECTOR(Port.PAYMENT_COLLECTOR),
  CHARGE_WORKER(Port.CHARGE_WORKER),
  WEBHOOK_INGEST(Port.WEBHOOK_INGEST),
  NOTIFIER(Port.NOTIFIER);

  private final Port port;

  Service(Port port) {
    this.port = port;
  }

  /** Name of the module and of the log. */
  public String partName() {
    return port.part();
  }

  /** Where it listens. */
  public Port port() {
    return port;
  }

  /**
   * The executable jar that the build made.
   *
   * @throws NotBuiltException when there is none
   */
  public Path jar(Path root) {
    Path target = root.resolve(partName()).resolve("target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
          .findFirst()
          .orElseThrow(() -> notBuilt(target));
    } catch (NoSuchFileException e) {
      throw notBuilt(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NotBuiltException notBuilt(Path target) {
    return new NotBuiltException(partName() + " is not built: no *-exec.jar in " + target);
  }
}

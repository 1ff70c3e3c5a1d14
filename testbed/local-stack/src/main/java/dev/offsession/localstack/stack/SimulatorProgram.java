package dev.offsession.localstack.stack;

import dev.offsession.parts.process.JavaProgram;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Stripe simulator as a process; it runs from this JVM's own class path. */
final class SimulatorProgram {
  private static final String MAIN_CLASS = "dev.offsession.simulator.SimulatorMain";

  private SimulatorProgram() {}

  static JavaProgram of(StackFolders folders, Addresses addresses, StripeSide.Simulated simulated) {
    String name = Port.SIMULATOR.part();
    return JavaProgram.of(name, folders.run().resolve(name), classPath(), MAIN_CLASS)
        .withLog(folders.log(name))
        .withEnvironment(
            Map.of(
                "SIMULATOR_PORT", Integer.toString(Port.SIMULATOR.on(addresses.base())),
                "SIMULATOR_WEBHOOK_URL", addresses.webhookEndpoint().toString(),
                "SIMULATOR_WEBHOOK_SECRET", simulated.webhookSecret()));
  }

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }
}

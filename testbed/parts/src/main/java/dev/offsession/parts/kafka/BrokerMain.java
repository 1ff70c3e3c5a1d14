package dev.offsession.parts.kafka;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Formats an empty data folder and runs the broker, in one JVM: a second one costs two seconds. */
public final class BrokerMain {
  private BrokerMain() {}

  /** Takes the path of {@code server.properties}. */
  public static void main(String[] args) {
    String clusterId = Uuid.randomUuid().toString();
    String[] format = {"format", "--ignore-formatted", "-t", clusterId, "-c", args[0]};
    int exitCode = StorageTool.execute(format, System.out);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
    Kafka.main(args);
  }
}

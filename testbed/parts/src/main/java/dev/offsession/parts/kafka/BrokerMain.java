package dev.offsession.parts.kafka;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** Formats an empty data folder and runs the broker, in one JVM: a second one costs two seconds. */
public final class BrokerMain {
  private BrokerMain() {}

  /** Takes the path of {@code server.properties} and the id of the cluster. */
  public static void main(String[] args) {
    String[] format = {"format", "--ignore-formatted", "-t", args[1], "-c", args[0]};
    int exitCode = StorageTool.execute(format, System.out);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
    Kafka.main(new String[] {args[0]});
  }
}

package dev.offsession.localstack.drills;

import dev.offsession.localstack.drills.WebhookDrill.Findings;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StackFolders;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Plays the drills one after the other, each line saying what must hold and what was seen. */
public final class WebhookDrills {

  private final StackFolders folders;
  private final Addresses addresses;
  private final PrintStream out;
  private final int inFlightMax;
  private final List<WebhookDrill> all;

  /**
   * @param brokerAway how long the broker is away
   * @param perSecond webhooks that come meanwhile
   * @param inFlightMax room in webhook-ingest for events on their way to Kafka
   */
  public WebhookDrills(
      StackFolders folders,
      Addresses addresses,
      Duration brokerAway,
      int perSecond,
      int inFlightMax,
      PrintStream out) {
    this.folders = folders;
    this.addresses = addresses;
    this.inFlightMax = inFlightMax;
    this.out = out;
    this.all = List.of(new OutageDrill(), new KillDrill(), new BrokerDrill(brokerAway, perSecond));
  }

  /** Their names. */
  public List<String> names() {
    return all.stream().map(WebhookDrill::name).toList();
  }

  /** Whether all those held whose names are given. */
  public boolean play(List<String> names) {
    List<WebhookDrill> wanted = all.stream().filter(d -> names.contains(d.name())).toList();
    out.printf("%d drills. Starting broker, registry, simulator, ingest ...%n", wanted.size());
    boolean ok = !wanted.isEmpty();
    try (Front front = Front.start(folders, addresses, inFlightMax)) {
      for (WebhookDrill drill : wanted) {
        long begin = System.nanoTime();
        Findings findings = drill.play(front);
        ok &= findings.holds();
        print(drill, findings, (System.nanoTime() - begin) / 1e9);
      }
    }
    out.println(ok ? "Every drill held." : "Look at the lines with [FAIL].");
    return ok;
  }

  private void print(WebhookDrill drill, Findings findings, double seconds) {
    out.printf(
        Locale.ROOT,
        "%-6s %-8s %6.1f s | %s%n",
        findings.holds() ? "[ok]" : "[FAIL]",
        drill.name(),
        seconds,
        drill.promise());
    findings.remarks().forEach(remark -> out.println("       " + remark));
    findings.complaints().forEach(complaint -> out.println("       [FAIL] " + complaint));
    out.flush();
  }
}

package dev.offsession.localstack.demo;

import java.io.PrintStream;
import java.util.Locale;

/** One line for one scene: its title, the states it went through, the payment, the time. */
final class SceneLine {
  private static final double MILLIS = 1000.0;

  private SceneLine() {}

  static void print(Performance performance, PrintStream out) {
    out.println(of(performance));
  }

  static String of(Performance performance) {
    var scene = performance.scene();
    var seen = performance.seen();
    var line =
        new StringBuilder()
            .append(performance.ok() ? "[ok]   " : "[FAIL] ")
            .append('(')
            .append(scene.letter())
            .append(") ")
            .append(scene.title())
            .append(" | expected ")
            .append(scene.expected())
            .append(" | actual ")
            .append(seen.actual())
            .append(" | ")
            .append(seen.paymentIntents().isEmpty() ? "no PaymentIntent" : intents(seen))
            .append(
                String.format(Locale.ROOT, " | %.1f s", performance.took().toMillis() / MILLIS));
    seen.remarks().forEach(remark -> line.append(" | ").append(remark));
    if (!performance.ok()) {
      line.append(" | ").append(performance.failure());
    }
    return line.toString();
  }

  private static String intents(Observations seen) {
    return String.join(" ", seen.paymentIntents());
  }
}

package dev.offsession.localstack.demo;

import dev.offsession.localstack.browser.CustomerAgent;
import dev.offsession.localstack.browser.CustomerAgents;
import dev.offsession.localstack.demo.scenes.AllScenes;
import dev.offsession.localstack.stack.Addresses;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The demo on a running stack with the Stripe simulator. */
public final class Demo {
  private static final int BROWSERS = 2;
  private static final int SCENES_AT_ONCE_MAX = 4;
  private static final int TIME_BASE = 36;

  private final Addresses addresses;
  private final boolean watch;
  private final Path temporary;
  private final PrintStream out;

  /**
   * @param watch whether a person acts for the customers, in a browser of their own
   * @param temporary an existing folder for what the browsers write
   */
  public Demo(Addresses addresses, boolean watch, Path temporary, PrintStream out) {
    this.addresses = addresses;
    this.watch = watch;
    this.temporary = temporary;
    this.out = out;
  }

  /** Plays all scenes, one line each; true when every charge ended as it must. */
  public boolean play() {
    String run = "demo-" + Long.toString(System.currentTimeMillis(), TIME_BASE);
    try (CustomerPool customers = new CustomerPool(agents());
        Stage stage = new Stage(addresses, customers, run)) {
      out.println("Playing the story; the customers use: " + customers.description());
      var performances =
          new Programme(AllScenes.inOrder(), out, atOnce())
              .play((scene, seen) -> scene.play(stage, seen));
      boolean booksAreRight = audit(stage);
      return booksAreRight && performances.stream().allMatch(Performance::ok);
    }
  }

  private int atOnce() {
    return watch ? 1 : SCENES_AT_ONCE_MAX;
  }

  /** The ledger has the last word: one successful charge for each paid request, and no other. */
  private boolean audit(Stage stage) {
    Ledger ledger = stage.ledger();
    List<String> wrong = stage.paid().wrongIn(ledger);
    long charged = ledger.succeededOf(stage.requestPrefix());
    boolean ok = wrong.isEmpty() && charged == stage.paid().count();
    out.printf(
        "%s ledger: %d requests to be paid, %d successful charges%s%n",
        ok ? "[ok]  " : "[FAIL]",
        stage.paid().count(),
        charged,
        wrong.isEmpty() ? ", each request exactly once" : "; not paid exactly once: " + wrong);
    return ok;
  }

  private List<CustomerAgent> agents() {
    var agents = new ArrayList<CustomerAgent>();
    for (int i = 0; i < (watch ? 1 : BROWSERS); i++) {
      agents.add(CustomerAgents.choose(watch, addresses.simulator(), folder(i), out));
    }
    return agents;
  }

  private Path folder(int number) {
    try {
      return Files.createDirectories(temporary.resolve("customer-" + number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.offsession.localstack.cli;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StripeSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How a stack is started. */
final class UpOptions {
  /** Which Stripe. */
  enum Stripe {
    SIMULATOR,
    TEST
  }

  @Option(names = "--detach", description = "Return when all is ready; ./dev down stops it.")
  boolean detach;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      defaultValue = "" + Addresses.DEFAULT_BASE,
      description = "First of the 12 ports (default: ${DEFAULT-VALUE}).")
  int portBase = Addresses.DEFAULT_BASE;

  @Option(
      names = "--stripe",
      paramLabel = "simulator|test",
      defaultValue = "simulator",
      description =
          "test: a real Stripe test account, from STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and"
              + " STRIPE_WEBHOOK_SECRET.")
  Stripe stripe = Stripe.SIMULATOR;

  @Option(names = "--supervise", hidden = true, description = "The process behind --detach.")
  boolean supervise;

  Addresses addresses() {
    try {
      return new Addresses(portBase);
    } catch (IllegalArgumentException e) {
      throw UserErrorException.because(e);
    }
  }

  StripeSide stripeSide(Map<String, String> environment) {
    try {
      return switch (stripe) {
        case SIMULATOR -> StripeSide.Simulated.fresh();
        case TEST -> StripeSide.TestAccount.from(environment);
      };
    } catch (IllegalArgumentException e) {
      throw UserErrorException.because(e);
    }
  }

  List<String> forSupervisor() {
    List<String> arguments = new ArrayList<>(List.of("up", "--supervise"));
    arguments.add("--port-base=" + portBase);
    arguments.add("--stripe=" + stripe);
    return arguments;
  }
}

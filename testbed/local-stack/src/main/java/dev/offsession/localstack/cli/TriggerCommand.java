package dev.offsession.localstack.cli;

import dev.offsession.localstack.client.SimulatorControl;
import dev.offsession.localstack.stack.StackState;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "trigger",
    mixinStandardHelpOptions = true,
    description = "Make the simulator emit a Stripe event, such as payment_intent.succeeded.")
final class TriggerCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TYPE", description = "A Stripe event type.")
  private String type = "";

  @Override
  public Integer call() {
    StackState stack = RunningStack.require();
    if (stack.usesTestAccount()) {
      throw new UserErrorException(
          "This stack uses a real test account. Use Stripe's own:  stripe trigger " + type);
    }
    var event = new SimulatorControl(stack.addresses()).post("/_sim/trigger", Map.of("type", type));
    System.out.println("Emitted " + type + "  " + event.path("id").asString(""));
    return ExitCode.DONE;
  }
}

package dev.offsession.systemtests.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.systemtests.stack.Dev;
import dev.offsession.systemtests.stack.Dev.Ended;
import dev.offsession.systemtests.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookDrillTest {

  private final Dev dev = Dev.inTree("webhook-drill");

  @Test
  void theBackfillCompletesTheTopicAfterTenMinutesDown() {
    assertThat(play("outage")).contains("[ok]", "1000 missed, 1000 fetched");
  }

  @Test
  void killedBetweenAnyTwoStepsItLosesNoEvent() {
    assertThat(play("kill"))
        .contains("[ok]", "ingest.read.before", "ingest.publish.after", "ingest.take.after");
  }

  @Test
  void withoutItsBrokerItRefusesFastAndLosesNothingItAcknowledged() {
    assertThat(play("broker", "--seconds", "15", "--rate", "200", "--room", "100"))
        .contains("[ok]");
  }

  @Test
  void anUnknownDrillIsRefusedWithTheKnownOnes() {
    Ended unknown = dev.run("webhook-drill", "nothing");

    assertThat(unknown.exit()).isNotZero();
    assertThat(unknown.output()).contains("outage, kill, broker");
  }

  private String play(String... drill) {
    List<String> command = new ArrayList<>(List.of("webhook-drill"));
    command.addAll(List.of(drill));
    command.addAll(List.of("--port-base", String.valueOf(Stack.freePortBase())));
    Ended ended = dev.run(command.toArray(String[]::new));
    assertThat(ended.exit()).as(ended.output()).isZero();
    return ended.output();
  }
}

package dev.offsession.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DevTest {
  @Test
  void offersEveryCommandOfTheDesign() {
    assertThat(new CommandLine(new Dev()).getSubcommands())
        .containsKeys(
            "up", "down", "status", "charge", "trigger", "demo", "test", "sim", "bench", "logs",
            "topics");
  }

  @Test
  void benchIsRunByTheScript() {
    StringWriter err = new StringWriter();

    int exitCode = Dev.commandLine().setErr(new PrintWriter(err)).execute("bench");

    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).contains("./dev bench");
  }

  @Test
  void aPortBaseBeyondThePortsIsExplained() {
    StringWriter err = new StringWriter();

    int exitCode =
        Dev.commandLine().setErr(new PrintWriter(err)).execute("up", "--port-base", "70000");

    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).contains("between 1024 and");
  }
}

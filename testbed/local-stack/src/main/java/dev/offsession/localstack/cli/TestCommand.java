package dev.offsession.localstack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Only here for the help: {@code ./dev} itself runs Maven, so that nothing is built twice. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Every check and every test: mvn clean verify under JDK 25.")
final class TestCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UserErrorException("Run it through the script:  ./dev test");
  }
}

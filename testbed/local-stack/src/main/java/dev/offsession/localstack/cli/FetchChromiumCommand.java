package dev.offsession.localstack.cli;

import dev.offsession.localstack.browser.ChromiumFetcher;
import dev.offsession.localstack.stack.StackFolders;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What {@code ./dev test} calls when it sees no Chromium. */
@Command(
    name = "fetch-chromium",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Install a Chromium for the tests if there is none.")
final class FetchChromiumCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    var downloads = StackFolders.ofThisTree().cache().resolve("browsers");
    return new ChromiumFetcher(System.getenv(), downloads, System.out).findOrFetch().isPresent()
        ? ExitCode.DONE
        : ExitCode.FAILED;
  }
}

package dev.offsession.localstack.cli;

import dev.offsession.localstack.stack.StackFolders;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "Follow one part's log.")
final class LogsCommand implements Callable<Integer> {
  private static final long PAUSE_MILLIS = 250;

  @Parameters(paramLabel = "SERVICE", description = "Such as charge-worker or broker.")
  private String service = "";

  @Option(names = "--no-follow", description = "Print what is there and return.")
  private boolean noFollow;

  private final StackFolders folders = StackFolders.ofThisTree();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path log = folders.log(service);
    if (!service.matches("[a-z-]+") || Files.notExists(log)) {
      throw new UserErrorException("No log of " + service + ". There are: " + known());
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      copyNew(file);
      while (!noFollow && Files.exists(log)) {
        Thread.sleep(PAUSE_MILLIS);
        copyNew(file);
      }
    }
    return ExitCode.DONE;
  }

  private static void copyNew(RandomAccessFile file) throws IOException {
    byte[] buffer = new byte[8192];
    int count = file.read(buffer);
    while (count > 0) {
      System.out.write(buffer, 0, count);
      count = file.read(buffer);
    }
    System.out.flush();
  }

  private String known() throws IOException {
    if (Files.notExists(folders.logs())) {
      return "none, start a stack:  ./dev";
    }
    try (Stream<Path> logs = Files.list(folders.logs())) {
      return logs.map(log -> log.getFileName().toString().replace(".log", ""))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }
}

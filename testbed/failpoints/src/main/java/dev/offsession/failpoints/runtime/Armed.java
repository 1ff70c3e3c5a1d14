package dev.offsession.failpoints.runtime;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * The one failpoint that is armed, as a file that the run and all its services share.
 *
 * @param id of this arming; another one starts to count anew
 * @param place as the weaver names it
 * @param seen text that the arguments, or the result after the call, must contain; may be empty
 * @param hit the how-manieth such call of one process fires, from 1
 */
public record Armed(String id, String place, String seen, Action action, int hit) {
  private static final String ARMED = "armed";
  private static final String TAKEN = "taken";
  private static final String FIRED = "fired";

  /** Who fired, and when. */
  public record Fired(long pid, long atMillis) {}

  /** Arms: what an earlier arming left is forgotten. */
  public void in(Path directory) {
    disarm(directory);
    Properties file = new Properties();
    file.setProperty("id", id);
    file.setProperty("place", place);
    file.setProperty("seen", seen);
    file.setProperty("action", action.name());
    file.setProperty("hit", Integer.toString(hit));
    write(directory, ARMED, file);
  }

  /** From now on nothing fires. */
  public static void disarm(Path directory) {
    try {
      for (String file : new String[] {ARMED, TAKEN, FIRED}) {
        Files.deleteIfExists(directory.resolve(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is armed now. */
  static Optional<Armed> read(Path directory) {
    return load(directory.resolve(ARMED))
        .map(file ->
            new Armed(
                file.getProperty("id"),
                file.getProperty("place"),
                file.getProperty("seen"),
                Action.valueOf(file.getProperty("action")),
                Integer.parseInt(file.getProperty("hit"))));
  }

  /** Only one thread of one process ever gets a yes. */
  boolean take(Path directory) {
    try {
      Files.move(
          directory.resolve(ARMED), directory.resolve(TAKEN), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Properties file = new Properties();
    file.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
    file.setProperty("at", Long.toString(System.currentTimeMillis()));
    write(directory, FIRED, file);
    return true;
  }

  /** Who fired, once somebody has. */
  public static Optional<Fired> fired(Path directory) {
    return load(directory.resolve(FIRED))
        .map(file ->
            new Fired(
                Long.parseLong(file.getProperty("pid")), Long.parseLong(file.getProperty("at"))));
  }

  private static Optional<Properties> load(Path file) {
    try (Reader in = Files.newBufferedReader(file)) {
      Properties loaded = new Properties();
      loaded.load(in);
      return Optional.of(loaded);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In one step, so that nobody reads half of it. */
  private static void write(Path directory, String name, Properties content) {
    try {
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, name, ".draft");
      try (Writer out = Files.newBufferedWriter(draft)) {
        content.store(out, null);
      }
      Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

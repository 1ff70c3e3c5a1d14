package dev.offsession.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the other commands know of a running stack.
 *
 * @param pid its supervisor
 * @param startedAt when that process began, because process ids come back
 * @param simulatedWebhookSecret the simulator's; null with a real test account, whose keys are
 *     never written down
 */
public record StackState(
    long pid, Instant startedAt, int portBase, @Nullable String simulatedWebhookSecret) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The state of a stack that this process supervises. */
  public static StackState ofThisProcess(int portBase, StripeSide stripe) {
    ProcessHandle self = ProcessHandle.current();
    String secret = stripe instanceof StripeSide.Simulated s ? s.webhookSecret() : null;
    return new StackState(self.pid(), startOf(self), portBase, secret);
  }

  /** The stack of this tree, if one runs. */
  public static Optional<StackState> running(StackFolders folders) {
    return read(folders.state()).filter(state -> state.supervisor().isPresent());
  }

  /** The supervisor, unless it has ended. */
  public Optional<ProcessHandle> supervisor() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startOf(process).equals(startedAt));
  }

  /** Where everything is. */
  public Addresses addresses() {
    return new Addresses(portBase);
  }

  /** Whether it talks to a real Stripe test account. */
  public boolean usesTestAccount() {
    return simulatedWebhookSecret == null;
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  /** Writes the file in one step, readable by this user only. */
  public void write(Path file) {
    ObjectNode json = JSON.createObjectNode();
    json.put("pid", pid);
    json.put("started_at", startedAt.toString());
    json.put("port_base", portBase);
    json.put("simulated_webhook_secret", simulatedWebhookSecret);
    try {
      Path draft = file.resolveSibling("stack.json.draft");
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, JSON.writeValueAsString(json));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<StackState> read(Path file) {
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      return Optional.of(
          new StackState(
              json.path("pid").asLong(),
              Instant.parse(json.path("started_at").asString()),
              json.path("port_base").asInt(),
              json.path("simulated_webhook_secret").stringValue(null)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

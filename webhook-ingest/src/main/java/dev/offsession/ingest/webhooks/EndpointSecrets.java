package dev.offsession.ingest.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offsession.ingest.webhooks.signature.SignatureVerifier;
import dev.offsession.platform.settings.Setting;
import dev.offsession.platform.settings.SettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The signing secrets of one endpoint: written in its setting, or in a file that the setting names
 * as {@code file:/path} and that may change while the service runs. The secrets change all at once,
 * so that each webhook is verified with the old ones or with the new ones.
 */
final class EndpointSecrets {

  /** What looking at the file again has led to. */
  enum Reload {
    UNCHANGED,
    RELOADED,
    /** The file cannot be used; the secrets from before stay in force. */
    REFUSED
  }

  private static final String FILE = "file:";
  private static final String PREFIX = "whsec_";
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,\\n]\\s*");
  private static final int FILE_BYTES_MAX = 16 * 1024;
  private static final String WRONG =
      "must hold signing secrets that start with whsec_, separated by comma";

  private final @Nullable Path file;
  private volatile List<String> secrets;
  private volatile SignatureVerifier verifier;

  private EndpointSecrets(@Nullable Path file, List<String> secrets) {
    this.file = file;
    this.secrets = secrets;
    this.verifier = new SignatureVerifier(secrets);
  }

  /**
   * @param property the setting, for the sentence when it is wrong; {@link SettingException} then
   */
  static EndpointSecrets of(String property, @Nullable String value) {
    String text = Setting.required(property, value);
    if (!text.startsWith(FILE)) {
      return new EndpointSecrets(
          null, parse(text).orElseThrow(() -> SettingException.wrong(property, WRONG)));
    }
    Path file = path(property, text.substring(FILE.length()));
    List<String> secrets =
        read(file)
            .orElseThrow(() ->
                SettingException.wrong(
                    property,
                    "must name a file with signing secrets that start with whsec_, separated"
                        + " by comma or line"));
    return new EndpointSecrets(file, secrets);
  }

  SignatureVerifier verifier() {
    return verifier;
  }

  /** Looks at the file again; {@code UNCHANGED} where there is none. One caller at a time. */
  Reload reload() {
    if (file == null) {
      return Reload.UNCHANGED;
    }
    Optional<List<String>> found = read(file);
    if (found.isEmpty()) {
      return Reload.REFUSED;
    }
    if (found.get().equals(secrets)) {
      return Reload.UNCHANGED;
    }
    secrets = found.get();
    verifier = new SignatureVerifier(secrets);
    return Reload.RELOADED;
  }

  private static Path path(String property, String text) {
    try {
      return Path.of(text.strip());
    } catch (InvalidPathException _) {
      throw SettingException.wrong(property, "must name a file behind file:");
    }
  }

  /** Empty for a file that is absent, unreadable, too long, or holds anything but secrets. */
  private static Optional<List<String>> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(FILE_BYTES_MAX + 1);
      return bytes.length > FILE_BYTES_MAX
          ? Optional.empty()
          : parse(new String(bytes, UTF_8).strip());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> parse(String text) {
    List<String> each = Arrays.stream(BETWEEN.split(text, -1)).map(String::strip).toList();
    return each.stream().allMatch(s -> s.startsWith(PREFIX) && s.length() > PREFIX.length())
        ? Optional.of(each)
        : Optional.empty();
  }
}

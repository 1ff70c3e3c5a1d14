package dev.offsession.parts.process;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the classes of this module are: a jar, or the build's class folder. */
public final class OwnCode {
  private OwnCode() {}

  /** The jar or folder, for the class path of a child. */
  public static Path location() {
    try {
      return Path.of(OwnCode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The location of the parts is no file", e);
    }
  }
}

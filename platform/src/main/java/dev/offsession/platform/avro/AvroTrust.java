package dev.offsession.platform.avro;

import dev.offsession.schemas.ChargeRequested;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro to trust our generated classes. Since 1.12 it refuses to build any other class from
 * bytes, so that a foreign schema cannot name one.
 */
public final class AvroTrust {

  private static final String GENERATED = ChargeRequested.class.getPackageName() + ".";

  private AvroTrust() {}

  /** Before the first read, once per JVM. Calling again changes nothing. */
  public static void establish() {
    Established.NOW.run();
  }

  private enum Established implements Runnable {
    NOW;

    Established() {
      ClassSecurityValidator.setGlobal(
          ClassSecurityValidator.composite(
              ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(GENERATED)));
    }

    @Override
    public void run() {}
  }
}

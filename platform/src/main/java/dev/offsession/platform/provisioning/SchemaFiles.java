package dev.offsession.platform.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;

/** The {@code .avsc} files of module schemas, as they were written. */
final class SchemaFiles {

  private SchemaFiles() {}

  static String textOf(Schema schema) {
    String name = "/avro/" + schema.getName() + ".avsc";
    try (InputStream file = Schema.class.getClassLoader().getResourceAsStream(name.substring(1))) {
      if (file == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}

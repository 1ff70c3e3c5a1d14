package dev.offsession.platform.avro;

import org.apache.avro.Schema;

/**
 * A generated class's schema as its source file has it. The class carries hints for Java ({@code
 * avro.java.string}) that the {@code .avsc} file does not have; to a registry they make it another
 * schema with another id.
 */
final class SourceText {

  private static final String JAVA_HINT = ",\"avro.java.string\":\"String\"";

  private SourceText() {}

  static String of(Schema schema) {
    // Parsing again turns {"type":"string"}, which is what the hint leaves behind, into "string".
    return new Schema.Parser().parse(schema.toString().replace(JAVA_HINT, "")).toString();
  }
}

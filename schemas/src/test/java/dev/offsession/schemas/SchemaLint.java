package dev.offsession.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/** House rules for schemas: documented, evolvable, and without a place for personal data. */
final class SchemaLint {

  /** Words that no field may be named after, alone or as a part of its name. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "email",
          "mail",
          "name",
          "surname",
          "firstname",
          "lastname",
          "phone",
          "mobile",
          "address",
          "street",
          "city",
          "postal",
          "zip",
          "birth",
          "birthday",
          "gender",
          "ip",
          "pan",
          "cvc",
          "cvv",
          "iban",
          "ssn",
          "passport",
          "secret",
          "password",
          "token",
          "cardholder",
          "number");

  private static final Set<Schema.Type> SCALARS =
      Set.of(
          Schema.Type.STRING,
          Schema.Type.BYTES,
          Schema.Type.INT,
          Schema.Type.LONG,
          Schema.Type.BOOLEAN);

  private final Set<String> seen = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  static List<String> problems(Schema schema) {
    SchemaLint lint = new SchemaLint();
    lint.check(schema.getName(), schema);
    return lint.problems;
  }

  private void check(String place, Schema schema) {
    switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM -> enumeration(schema);
      case UNION -> union(place, schema);
      case ARRAY -> check(place, schema.getElementType());
      case MAP -> check(place, schema.getValueType());
      default -> report(!SCALARS.contains(schema.getType()), place, "is a " + schema.getType());
    }
  }

  private void record(Schema schema) {
    if (!seen.add(schema.getFullName())) {
      return;
    }
    report(isBlank(schema.getDoc()), schema.getName(), "has no doc");
    for (Field field : schema.getFields()) {
      String place = schema.getName() + "." + field.name();
      field(place, field);
      check(place, field.schema());
    }
  }

  private void field(String place, Field field) {
    report(isBlank(field.doc()), place, "has no doc");
    report(!field.name().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"), place, "is not snake_case");
    for (String word : field.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      report(FORBIDDEN.contains(word), place, "is named like personal data or a secret");
    }
    report(
        field.schema().isNullable() && !field.hasDefaultValue(), place, "is optional, no default");
    boolean isTime = field.name().endsWith("_at") || field.name().equals("at");
    report(isTime && !isTimestamp(field.schema()), place, "is a time, but not timestamp-millis");
  }

  private static boolean isTimestamp(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream().anyMatch(SchemaLint::isTimestamp)
        : schema.getLogicalType() != null
            && schema.getLogicalType().getName().equals("timestamp-millis");
  }

  private void enumeration(Schema schema) {
    report(isBlank(schema.getDoc()), schema.getName(), "has no doc");
    report(schema.getEnumDefault() == null, schema.getName(), "has no default symbol");
  }

  private void union(String place, Schema schema) {
    boolean optional = schema.getTypes().size() == 2 && schema.isNullable();
    report(!optional, place, "is a union other than null and one type");
    schema.getTypes().stream()
        .filter(branch -> branch.getType() != Schema.Type.NULL)
        .forEach(branch -> check(place, branch));
  }

  private void report(boolean wrong, String place, String problem) {
    if (wrong) {
      problems.add(place + " " + problem);
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}

package dev.offsession.charging.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

/** Reading and writing single fields of a document; an empty value is an absent field. */
final class Fields {
  private Fields() {}

  static void put(Document document, String name, Optional<?> value) {
    value.ifPresent(present -> document.append(name, stored(present)));
  }

  static String text(Document document, String name) {
    return required(document.getString(name), name);
  }

  static Optional<String> maybeText(Document document, String name) {
    return Optional.ofNullable(document.getString(name));
  }

  static Instant instant(Document document, String name) {
    return required(document.getDate(name), name).toInstant();
  }

  static Optional<Instant> maybeInstant(Document document, String name) {
    return Optional.ofNullable(document.getDate(name)).map(Date::toInstant);
  }

  static long number(Document document, String name) {
    return required(document.get(name, Number.class), name).longValue();
  }

  static int integer(Document document, String name) {
    return Math.toIntExact(number(document, name));
  }

  static Document document(Document document, String name) {
    return required(document.get(name, Document.class), name);
  }

  static Optional<Document> maybeDocument(Document document, String name) {
    return Optional.ofNullable(document.get(name, Document.class));
  }

  static List<Document> documents(Document document, String name) {
    return document.getList(name, Document.class, List.of());
  }

  private static Object stored(Object value) {
    return value instanceof Instant instant ? Date.from(instant) : value;
  }

  private static <T> T required(@org.jspecify.annotations.Nullable T value, String name) {
    return Objects.requireNonNull(value, "a charge document lacks " + name);
  }
}

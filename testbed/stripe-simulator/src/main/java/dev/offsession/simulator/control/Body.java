package dev.offsession.simulator.control;

import dev.offsession.simulator.http.RawRequest;
import dev.offsession.simulator.render.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON body of a control call; absent fields read as null or a default. */
record Body(JsonNode json) {

  static Body of(RawRequest request) {
    return new Body(Json.parse(request.body().isBlank() ? "{}" : request.body()));
  }

  @Nullable String text(String name) {
    JsonNode value = json.get(name);
    return value == null || value.isNull() ? null : value.asString();
  }

  String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  String required(String name) {
    String value = text(name);
    if (value == null) {
      throw new IllegalArgumentException("Missing field: " + name);
    }
    return value;
  }

  @Nullable Integer number(String name) {
    String value = text(name);
    return value == null ? null : Integer.valueOf(value);
  }

  int number(String name, int otherwise) {
    Integer value = number(name);
    return value == null ? otherwise : value;
  }

  double share(String name, double otherwise) {
    String value = text(name);
    return switch (value) {
      case null -> otherwise;
      case "true" -> 1;
      case "false" -> 0;
      default -> Double.parseDouble(value);
    };
  }

  @Nullable Boolean flag(String name) {
    String value = text(name);
    return value == null ? null : Boolean.valueOf(value);
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(flag(name));
  }

  Body object(String name) {
    JsonNode value = json.get(name);
    return new Body(value == null ? Json.object().done() : value);
  }

  List<Body> list(String name) {
    JsonNode value = json.get(name);
    return value == null ? List.of() : value.valueStream().map(Body::new).toList();
  }

  Map<String, String> pairs(String name) {
    Map<String, String> result = new LinkedHashMap<>();
    JsonNode value = json.get(name);
    if (value != null) {
      value.properties().forEach(pair -> result.put(pair.getKey(), pair.getValue().asString()));
    }
    return result;
  }
}

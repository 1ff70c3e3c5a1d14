package dev.offsession.simulator.form;

import dev.offsession.simulator.engine.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code a[b][c]=v}, {@code a[]=v} and {@code a[0]=v} into a tree of maps and texts. */
public final class FormDecoder {
  private FormDecoder() {}

  /** The parameters of a query string or a form body. */
  public static Params decode(String form) {
    Map<String, Object> root = new LinkedHashMap<>();
    for (String pair : form.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        insert(root, path(plain(name)), equals < 0 ? "" : plain(pair.substring(equals + 1)));
      }
    }
    return new Params(root);
  }

  private static String plain(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw Refusal.invalid(null, "Invalid form encoding in the request.");
    }
  }

  private static List<String> path(String name) {
    List<String> steps = new ArrayList<>();
    int bracket = name.indexOf('[');
    steps.add(bracket < 0 ? name : name.substring(0, bracket));
    while (bracket >= 0) {
      int close = name.indexOf(']', bracket);
      if (close < 0) {
        throw Refusal.invalid(name, "Invalid parameter name: " + name);
      }
      steps.add(name.substring(bracket + 1, close));
      bracket = name.indexOf('[', close);
    }
    return steps;
  }

  private static void insert(Map<String, Object> root, List<String> path, String value) {
    Map<String, Object> place = root;
    for (String step : path.subList(0, path.size() - 1)) {
      place = descend(place, step);
    }
    String last = path.getLast();
    place.put(last.isEmpty() ? String.valueOf(place.size()) : last, value);
  }

  @SuppressWarnings("unchecked") // only this class puts maps into the tree, always of this type
  private static Map<String, Object> descend(Map<String, Object> place, String step) {
    String key = step.isEmpty() ? String.valueOf(place.size()) : step;
    Object next = place.get(key);
    if (!(next instanceof Map)) {
      next = new LinkedHashMap<String, Object>();
      place.put(key, next);
    }
    return (Map<String, Object>) next;
  }
}

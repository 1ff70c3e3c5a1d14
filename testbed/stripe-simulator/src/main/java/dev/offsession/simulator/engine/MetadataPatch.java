package dev.offsession.simulator.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A change of metadata: keys with an empty value are removed, the others are set.
 *
 * @param clearsAll the call sent an empty {@code metadata}, which removes every key
 */
public record MetadataPatch(boolean clearsAll, Map<String, String> pairs) {
  /** Changes nothing. */
  public static final MetadataPatch NONE = new MetadataPatch(false, Map.of());

  /** The metadata as it will be. */
  public Map<String, String> over(Map<String, String> current) {
    Map<String, String> result = new LinkedHashMap<>(clearsAll ? Map.of() : current);
    pairs.forEach((key, value) -> {
      if (value.isEmpty()) {
        result.remove(key);
      } else {
        result.put(key, value);
      }
    });
    return java.util.Collections.unmodifiableMap(MetadataRules.checked(result));
  }
}

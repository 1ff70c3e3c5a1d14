package dev.offsession.simulator.engine;

import java.util.Map;

/** Stripe's limits on metadata: docs.stripe.com/metadata. */
final class MetadataRules {
  private static final int PAIRS_MAX = 50;
  private static final int KEY_MAX = 40;
  private static final int VALUE_MAX = 500;

  private MetadataRules() {}

  static Map<String, String> checked(Map<String, String> metadata) {
    if (metadata.size() > PAIRS_MAX) {
      throw refusal("Metadata can have at most %d keys.".formatted(PAIRS_MAX));
    }
    metadata.forEach(MetadataRules::check);
    return metadata;
  }

  private static void check(String key, String value) {
    if (key.length() > KEY_MAX) {
      throw refusal("Metadata keys must be under %d characters.".formatted(KEY_MAX));
    }
    if (key.contains("[") || key.contains("]")) {
      throw refusal("Metadata keys may not contain square brackets.");
    }
    if (value.length() > VALUE_MAX) {
      throw refusal("Metadata values must be under %d characters.".formatted(VALUE_MAX));
    }
  }

  private static Refusal refusal(String message) {
    return Refusal.invalid("metadata", message);
  }
}

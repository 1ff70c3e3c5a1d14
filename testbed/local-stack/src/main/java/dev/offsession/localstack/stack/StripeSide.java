package dev.offsession.localstack.stack;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Which Stripe the stack talks to, and with which keys. */
public sealed interface StripeSide {

  /** The API's secret key. */
  String secretKey();

  /** The key of the pages. */
  String publishableKey();

  /** What webhooks are signed with. */
  String webhookSecret();

  /** The simulator of this stack, with a webhook secret of its own. */
  record Simulated(String webhookSecret) implements StripeSide {
    /** The simulator with a fresh webhook secret. */
    public static Simulated fresh() {
      byte[] bytes = new byte[16];
      new SecureRandom().nextBytes(bytes);
      return new Simulated("whsec_dev_" + HexFormat.of().formatHex(bytes));
    }

    @Override
    public String secretKey() {
      return "sk_test_offsession_dev";
    }

    @Override
    public String publishableKey() {
      return "pk_test_offsession_dev";
    }
  }

  /** A real Stripe test account. */
  record TestAccount(String secretKey, String publishableKey, String webhookSecret)
      implements StripeSide {

    /**
     * Reads the keys from the environment.
     *
     * @throws IllegalArgumentException with a sentence that says what to set
     */
    public static TestAccount from(Map<String, String> environment) {
      return new TestAccount(
          key(environment, "STRIPE_SECRET_KEY", "sk_test_", "rk_test_"),
          key(environment, "STRIPE_PUBLISHABLE_KEY", "pk_test_", "pk_test_"),
          key(environment, "STRIPE_WEBHOOK_SECRET", "whsec_", "whsec_"));
    }

    private static String key(
        Map<String, String> environment, String name, String prefix, String otherPrefix) {
      return Optional.ofNullable(environment.get(name))
          .filter(value -> value.startsWith(prefix) || value.startsWith(otherPrefix))
          .orElseThrow(() -> new IllegalArgumentException(explain(name, prefix)));
    }

    private static String explain(String name, String prefix) {
      String hint =
          name.equals("STRIPE_WEBHOOK_SECRET") ? " (stripe listen --print-secret prints it)" : "";
      return "--stripe=test needs " + name + " to begin with " + prefix + hint;
    }

    /** Keeps the keys out of logs. */
    @Override
    public String toString() {
      return "TestAccount";
    }
  }
}

package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Patch;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.Params;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which payment methods an intent takes, and which one a call names: alike for both kinds. */
final class Methods {
  private static final Set<String> KNOWN_TYPES = Set.of("card", "link");

  private Methods() {}

  /**
   * @param dynamic the Dashboard's methods, because the call named none
   */
  record Choice(boolean dynamic, String allowRedirects) {}

  /** Reads {@code automatic_payment_methods} beside {@code payment_method_types}. */
  static Choice choice(Params params) {
    boolean listed = !types(params).isEmpty();
    Params automatic = params.object("automatic_payment_methods");
    boolean enabled = automatic.isTrue("enabled");
    String redirects = automatic.oneOf("allow_redirects", "always", "never");
    if (listed && enabled) {
      throw Refusal.invalid(
          "parameters_exclusive",
          "payment_method_types",
          "You may only specify one of these parameters: automatic_payment_methods,"
              + " payment_method_types.");
    }
    return new Choice(!listed, redirects == null ? "always" : redirects);
  }

  /** What the call wants of {@code payment_method_types}. */
  static Patch<List<String>> typesPatch(Params params) {
    List<String> types = types(params);
    return types.isEmpty() ? new Patch.Keep<>() : new Patch.Set<>(types);
  }

  /** The id a confirmation names, or a fresh card from inline {@code payment_method_data}. */
  static @Nullable String named(Account account, Params params) {
    String id = params.text("payment_method");
    return id == null && params.has("payment_method_data")
        ? CardParams.create(account, params.object("payment_method_data")).id()
        : id;
  }

  private static List<String> types(Params params) {
    List<String> types = params.texts("payment_method_types");
    for (String type : types) {
      if (!KNOWN_TYPES.contains(type)) {
        throw Refusal.invalid(
            "payment_method_types",
            "The payment method type provided: %s is invalid.".formatted(type));
      }
    }
    return types;
  }
}

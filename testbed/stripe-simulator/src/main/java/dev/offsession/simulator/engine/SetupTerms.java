package dev.offsession.simulator.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What saving a card is for.
 *
 * @param usage {@code off_session} or {@code on_session}
 */
public record SetupTerms(
    @Nullable String customer,
    String usage,
    List<String> paymentMethodTypes,
    boolean dynamicMethods,
    String allowRedirects,
    @Nullable String description,
    Map<String, String> metadata) {

  /** What a call wants to change. */
  public record Change(
      Patch<String> customer,
      Patch<List<String>> paymentMethodTypes,
      Patch<String> description,
      MetadataPatch metadata) {}

  static SetupTerms initial(String usage, boolean dynamicMethods, String allowRedirects) {
    return new SetupTerms(
        null, usage, List.of("card"), dynamicMethods, allowRedirects, null, Map.of());
  }

  SetupTerms with(Change change) {
    return new SetupTerms(
        change.customer.over(customer),
        usage,
        change.paymentMethodTypes.over(paymentMethodTypes, paymentMethodTypes),
        dynamicMethods,
        allowRedirects,
        change.description.over(description),
        change.metadata.over(metadata));
  }
}

package dev.offsession.simulator.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who pays. A deleted customer keeps its id and nothing else of use. */
public record Customer(String id, Instant created, Profile profile, boolean deleted)
    implements Resource {

  /** What the merchant knows about the customer. */
  public record Profile(
      @Nullable String email,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String description,
      @Nullable String defaultPaymentMethod,
      List<String> preferredLocales,
      Map<String, String> metadata) {
    static final Profile EMPTY = new Profile(null, null, null, null, null, List.of(), Map.of());

    Profile with(Change change) {
      return new Profile(
          change.email.over(email),
          change.name.over(name),
          change.phone.over(phone),
          change.description.over(description),
          change.defaultPaymentMethod.over(defaultPaymentMethod),
          change.preferredLocales.over(preferredLocales, List.of()),
          change.metadata.over(metadata));
    }
  }

  /** What a call wants to change. */
  public record Change(
      Patch<String> email,
      Patch<String> name,
      Patch<String> phone,
      Patch<String> description,
      Patch<String> defaultPaymentMethod,
      Patch<List<String>> preferredLocales,
      MetadataPatch metadata) {}

  Customer with(Profile newProfile) {
    return new Customer(id, created, newProfile, deleted);
  }

  Customer asDeleted() {
    return new Customer(id, created, Profile.EMPTY, true);
  }
}

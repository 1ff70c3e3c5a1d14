package dev.offsession.simulator.engine;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A saved or just entered card.
 *
 * @param use where it is in its life
 * @param setUpForOffSession a setup has prepared it for charges without the customer
 */
public record PaymentMethod(
    String id,
    Instant created,
    Card card,
    Map<String, String> billingDetails,
    String allowRedisplay,
    Map<String, String> metadata,
    Use use,
    boolean setUpForOffSession)
    implements Resource {

  /** Where a PaymentMethod is in its life. */
  public sealed interface Use {
    /** Entered, not yet used. */
    record Fresh() implements Use {}

    /** Belongs to this customer. */
    record Attached(String customer) implements Use {}

    /** Detached, or used once without a customer: never usable again. */
    record Spent() implements Use {}
  }

  /** The customer it belongs to. */
  public @Nullable String customer() {
    return use instanceof Use.Attached(String customer) ? customer : null;
  }

  /** True when it can never be used again. */
  public boolean spent() {
    return use instanceof Use.Spent;
  }

  PaymentMethod with(Use newUse) {
    return new PaymentMethod(
        id,
        created,
        card,
        billingDetails,
        allowRedisplay,
        metadata,
        newUse,
        setUpForOffSession && newUse instanceof Use.Attached);
  }

  PaymentMethod setUp() {
    return new PaymentMethod(
        id, created, card, billingDetails, allowRedisplay, metadata, use, true);
  }

  PaymentMethod with(Card newCard) {
    return new PaymentMethod(
        id, created, newCard, billingDetails, allowRedisplay, metadata, use, setUpForOffSession);
  }

  PaymentMethod with(
      Map<String, String> newBillingDetails,
      String newAllowRedisplay,
      Map<String, String> newMetadata) {
    return new PaymentMethod(
        id,
        created,
        card,
        newBillingDetails,
        newAllowRedisplay,
        newMetadata,
        use,
        setUpForOffSession);
  }
}

package dev.offsession.systemtests.input;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.systemtests.stack.ChargeEvents;
import dev.offsession.systemtests.stack.Merchant;
import dev.offsession.systemtests.stack.WithStack;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request that can be read but not charged is answered, with a reason that stays the same. */
@ExtendWith(WithStack.class)
class InvalidRequestTest {

  static Stream<Refused> refusedRequests() {
    return Stream.of(
        refused("a zero amount", "amount_not_positive", r -> r.set("amount_minor", 0L)),
        refused("a negative amount", "amount_not_positive", r -> r.set("amount_minor", -1L)),
        refused(
            "an amount below Stripe's minimum",
            "amount_too_small",
            r -> r.set("amount_minor", 49L)),
        refused(
            "an amount above Stripe's maximum",
            "amount_too_large",
            r -> r.set("amount_minor", 100_000_000L)),
        refused(
            "an ISK amount with aurar",
            "amount_not_a_multiple",
            r -> r.set("currency", "isk").set("amount_minor", 50_050L)),
        refused(
            "a KWD amount with single fils",
            "amount_not_a_multiple",
            r -> r.set("currency", "kwd").set("amount_minor", 1_231L)),
        refused("an unknown currency", "currency_unknown", r -> r.set("currency", "xyz")),
        refused("51 metadata pairs", "metadata_invalid", r -> r.set("metadata", pairs(51))),
        refused(
            "a descriptor without a letter",
            "statement_descriptor_invalid",
            r -> r.set("statement_descriptor_suffix", "123")),
        refused(
            "a payment method id of no known kind",
            "payment_method_invalid",
            r -> r.set("payment_method_id", "tok_visa")),
        refused(
            "a deadline that has passed",
            "expired",
            r -> r.set("expires_at", Instant.now().minusSeconds(60).toEpochMilli())));
  }

  @ParameterizedTest
  @MethodSource("refusedRequests")
  void isRejectedWithItsReason(Refused refused, Merchant merchant) {
    String customer = merchant.aCustomer("en");

    String requestId = merchant.requestCharge(customer, refused.change());

    var rejected = merchant.events().await(requestId, "REJECTED");
    assertThat(ChargeEvents.detail(rejected, "rejection", "reason_code")).isEqualTo(refused.reason());
    assertThat(ChargeEvents.detail(rejected, "rejection", "message")).endsWith(".");
    assertThat(rejected.get("payment_intent_id")).as("nothing at Stripe").isNull();
  }

  @Test
  void isRejectedWhenNobodyKnowsTheCustomer(Merchant merchant) {
    String requestId = merchant.requestCharge("cust-nobody");

    var rejected = merchant.events().await(requestId, "REJECTED");
    assertThat(ChargeEvents.detail(rejected, "rejection", "reason_code"))
        .isEqualTo("customer_unknown");
  }

  private static Refused refused(
      String what, String reason, Consumer<GenericRecordBuilder> change) {
    return new Refused(what, reason, change);
  }

  /** A way to spoil a good request, and the reason to expect. */
  record Refused(String what, String reason, Consumer<GenericRecordBuilder> change) {
    @Override
    public String toString() {
      return what + ": " + reason;
    }
  }

  private static Object pairs(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(toMap(number -> "key" + number, number -> "value"));
  }
}

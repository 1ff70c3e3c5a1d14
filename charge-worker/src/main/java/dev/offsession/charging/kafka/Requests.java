package dev.offsession.charging.kafka;

import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.Customer;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.StripeCustomerId;
import dev.offsession.platform.kafka.RecordTrace;
import dev.offsession.platform.trace.TraceParent;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.CustomerPaymentMethods;
import dev.offsession.schemas.SavedPaymentMethod;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records that come in, in the core's words. */
final class Requests {
  private Requests() {}

  static ChargeRequest of(ConsumerRecord<String, ChargeRequested> delivered) {
    ChargeRequested record = delivered.value();
    return new ChargeRequest(
        new ChargeRequestId(record.getRequestId()),
        new CustomerReference(record.getCustomerReference()),
        record.getAmountMinor(),
        record.getCurrency(),
        Optional.ofNullable(record.getPaymentMethodId()),
        Optional.ofNullable(record.getDescription()),
        Optional.ofNullable(record.getStatementDescriptorSuffix()),
        new TreeMap<>(record.getMetadata()),
        Optional.ofNullable(record.getExpiresAt()),
        record.getRequestedAt(),
        RecordTrace.of(delivered).map(TraceParent::value));
  }

  static Customer of(CustomerPaymentMethods record) {
    return new Customer(
        new CustomerReference(record.getCustomerReference()),
        new StripeCustomerId(record.getStripeCustomerId()),
        Optional.ofNullable(record.getDefaultPaymentMethodId()).map(PaymentMethodId::new),
        record.getMethods().stream().map(Requests::of).toList(),
        record.getVersion());
  }

  private static Card of(SavedPaymentMethod method) {
    return new Card(
        new PaymentMethodId(method.getId()),
        Optional.of(method.getBrand()),
        Optional.of(method.getLast4()));
  }
}

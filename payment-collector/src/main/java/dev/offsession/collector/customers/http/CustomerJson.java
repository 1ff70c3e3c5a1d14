package dev.offsession.collector.customers.http;

import dev.offsession.collector.customers.domain.Contact;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.collector.customers.domain.SavedCard;
import dev.offsession.collector.customers.domain.SavedMethods;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bodies of the customers API. */
final class CustomerJson {
  private static final String NO_CONTROL = "\\P{Cntrl}*";
  private static final String LANGUAGE_TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";

  private CustomerJson() {}

  @Schema(name = "PutCustomer")
  record Put(
      @NotBlank @Email @Size(max = 254) @Pattern(regexp = NO_CONTROL) String email,
      @Size(max = 200) @Pattern(regexp = NO_CONTROL, message = "must not contain control characters") @Nullable String name,
      @NotBlank @Pattern(regexp = LANGUAGE_TAG, message = "must be a language tag, such as en or ja-JP") String locale,
      @NotNull @TimeZoneId String timeZone) {

    Contact contact() {
      return new Contact(email, name, Locale.forLanguageTag(locale), ZoneId.of(timeZone));
    }
  }

  @Schema(name = "Customer")
  record CustomerBody(
      String reference,
      @Nullable String stripeCustomerId,
      String email,
      @Nullable String name,
      String locale,
      String timeZone) {

    static CustomerBody of(Customer customer) {
      var contact = customer.contact();
      return new CustomerBody(
          customer.reference().value(),
          customer.stripeId() == null ? null : customer.stripeId().value(),
          contact.email(),
          contact.name(),
          contact.locale().toLanguageTag(),
          contact.timeZone().getId());
    }
  }

  @Schema(name = "ChooseDefault")
  record ChooseDefault(@NotBlank String paymentMethodId) {}

  @Schema(name = "PaymentMethods")
  record Methods(@Nullable String defaultPaymentMethodId, List<Method> data) {

    static Methods of(SavedMethods methods) {
      PaymentMethodId chosen = methods.defaultMethod();
      return new Methods(
          chosen == null ? null : chosen.value(),
          methods.cards().stream().map(Method::of).toList());
    }
  }

  @Schema(name = "PaymentMethod")
  record Method(
      String id,
      String brand,
      String last4,
      int expMonth,
      int expYear,
      @Nullable String fingerprint,
      Instant createdAt) {

    static Method of(SavedCard card) {
      return new Method(
          card.id().value(),
          card.brand(),
          card.last4(),
          card.expMonth(),
          card.expYear(),
          card.fingerprint(),
          card.createdAt());
    }
  }
}

package dev.offsession.collector.customers.http;

import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Refusals that several operations on customers share. */
public final class CustomerProblems {
  private CustomerProblems() {}

  /** The reference in a URL or body, or a refusal that says what it must look like. */
  public static CustomerReference reference(String text, @Nullable String pointer) {
    if (!CustomerReference.isValid(text)) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "customer_reference_invalid",
          "A customer reference is 1 to 120 letters, digits and . _ : @ - .",
          pointer);
    }
    return new CustomerReference(text);
  }

  /** The method id in a URL or body, or a refusal. */
  public static PaymentMethodId method(String text, @Nullable String pointer) {
    if (!PaymentMethodId.isValid(text)) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "payment_method_invalid",
          "A payment method id starts with pm_, card_ or src_.",
          pointer);
    }
    return new PaymentMethodId(text);
  }

  /** There is no such customer. */
  public static ProblemException customerUnknown() {
    return new ProblemException(
        HttpStatus.NOT_FOUND, "customer_unknown", "There is no customer with this reference.");
  }

  static ProblemException methodUnknown(@Nullable String pointer) {
    return new ProblemException(
        HttpStatus.NOT_FOUND,
        "payment_method_unknown",
        "The customer has no such saved payment method.",
        pointer);
  }

  static ProblemException erasureInProgress() {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "customer_being_erased",
        "An earlier customer with this reference is still being erased; try again in a moment.");
  }
}

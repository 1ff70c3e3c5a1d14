package dev.offsession.collector.recovery.http;

import dev.offsession.collector.customers.CustomerService;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.http.CustomerProblems;
import dev.offsession.collector.idempotency.IdempotentRequests;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.http.ReturnUrls;
import dev.offsession.collector.mobile.ApiVersion;
import dev.offsession.collector.recovery.RecoverySessions;
import dev.offsession.collector.recovery.RecoverySessions.NothingToDo;
import dev.offsession.platform.stripe.StripeSettings;
import dev.offsession.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Recovery sessions")
final class RecoverySessionsController {
  private final RecoverySessions sessions;
  private final CustomerService customers;
  private final IdempotentRequests requests;
  private final ReturnUrls returnUrls;
  private final String publishableKey;

  RecoverySessionsController(
      RecoverySessions sessions,
      CustomerService customers,
      IdempotentRequests requests,
      ReturnUrls returnUrls,
      StripeSettings stripe) {
    this.sessions = sessions;
    this.customers = customers;
    this.requests = requests;
    this.returnUrls = returnUrls;
    this.publishableKey = stripe.publishableKey();
  }

  /**
   * @param paymentIntentId the stuck payment, as the charge's events name it
   * @param returnUrl where the page offers to go when the payment is done
   * @param ephemeralKeyApiVersion API version of a mobile SDK that wants an ephemeral key
   */
  @Schema(name = "OpenRecoverySession")
  record Open(
      @NotBlank @Pattern(regexp = "pi_[A-Za-z0-9]+", message = "must be a PaymentIntent id") String paymentIntentId,
      @Nullable String returnUrl,
      @ApiVersion @Nullable String ephemeralKeyApiVersion) {}

  /** What opens the page for a browser, and the payment sheet for an app. */
  @Schema(name = "RecoverySession")
  record Session(
      String id,
      String url,
      Instant expiresAt,
      String publishableKey,
      @Nullable String customerId,
      String clientSecret,
      @Nullable String paymentMethodId,
      String customerSessionClientSecret,
      @Nullable String ephemeralKey) {

    /** Holds secrets. */
    @Override
    public String toString() {
      return "Session[" + id + "]";
    }
  }

  @PostMapping("/v1/customers/{reference}/recovery-sessions")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Let a customer finish a stuck payment, on our page or in the merchant's app",
      description =
          "client_secret confirms the same payment: with payment_method_id where that is set, else"
              + " with another card. Send Idempotency-Key to get the first answer again when asking"
              + " twice.")
  Mono<Session> open(
      @PathVariable String reference,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Valid @RequestBody Open wanted) {
    var customer = CustomerProblems.reference(reference, null);
    returnUrls.checked(wanted.returnUrl());
    var call = new IdempotentRequests.Call("recovery-session/" + customer, key, wanted);
    return customers
        .find(customer)
        .switchIfEmpty(Mono.error(CustomerProblems::customerUnknown))
        .flatMap(known ->
            requests.once(call, LinkService.newId(), Session.class, id -> open(id, known, wanted)));
  }

  private Mono<Session> open(String id, Customer customer, Open wanted) {
    var order =
        new RecoverySessions.Order(
            id,
            customer,
            wanted.paymentIntentId(),
            wanted.returnUrl(),
            wanted.ephemeralKeyApiVersion());
    return sessions
        .open(order)
        .switchIfEmpty(Mono.error(RecoverySessionsController::paymentUnknown))
        .onErrorMap(NothingToDo.class, _ -> nothingToDo())
        .map(opened -> session(customer, opened));
  }

  private Session session(Customer customer, RecoverySessions.Session opened) {
    var key = opened.mobile().ephemeralKey();
    return new Session(
        opened.link().link().id(),
        opened.link().url().toString(),
        opened.link().link().expiresAt(),
        publishableKey,
        customer.stripeId() == null ? null : customer.stripeId().value(),
        opened.clientSecret().value(),
        opened.savedMethod(),
        opened.mobile().customerSession().value(),
        key == null ? null : key.value());
  }

  private static ProblemException paymentUnknown() {
    return new ProblemException(
        HttpStatus.NOT_FOUND,
        "payment_unknown",
        "The customer has no such payment.",
        "/payment_intent_id");
  }

  private static ProblemException nothingToDo() {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "payment_not_open",
        "The payment is paid, canceled or being processed: the customer has nothing to do.",
        "/payment_intent_id");
  }
}

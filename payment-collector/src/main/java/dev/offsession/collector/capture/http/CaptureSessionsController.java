package dev.offsession.collector.capture.http;

import dev.offsession.collector.capture.CaptureService;
import dev.offsession.collector.customers.CustomerService;
import dev.offsession.collector.customers.http.CustomerProblems;
import dev.offsession.collector.idempotency.IdempotentRequests;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.http.ReturnUrls;
import dev.offsession.collector.mobile.ApiVersion;
import dev.offsession.platform.stripe.StripeSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
@Tag(name = "Capture sessions")
final class CaptureSessionsController {
  private final CaptureService captures;
  private final CustomerService customers;
  private final IdempotentRequests requests;
  private final ReturnUrls returnUrls;
  private final String publishableKey;

  CaptureSessionsController(
      CaptureService captures,
      CustomerService customers,
      IdempotentRequests requests,
      ReturnUrls returnUrls,
      StripeSettings stripe) {
    this.captures = captures;
    this.customers = customers;
    this.requests = requests;
    this.returnUrls = returnUrls;
    this.publishableKey = stripe.publishableKey();
  }

  /**
   * @param returnUrl where the page offers to go when the card is saved
   * @param ephemeralKeyApiVersion API version of a mobile SDK that wants an ephemeral key
   */
  @Schema(name = "OpenCaptureSession")
  record Open(@Nullable String returnUrl, @ApiVersion @Nullable String ephemeralKeyApiVersion) {}

  /** What opens the page for a browser, and the payment sheet for an app. */
  @Schema(name = "CaptureSession")
  record Session(
      String id,
      String url,
      Instant expiresAt,
      String publishableKey,
      @Nullable String customerId,
      String clientSecret,
      String customerSessionClientSecret,
      @Nullable String ephemeralKey) {

    /** Holds secrets. */
    @Override
    public String toString() {
      return "Session[" + id + "]";
    }
  }

  @PostMapping("/v1/customers/{reference}/capture-sessions")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Let a customer save a card, on our page or in the merchant's app",
      description = "Send Idempotency-Key to get the first answer again when asking twice.")
  Mono<Session> open(
      @PathVariable String reference,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Valid @RequestBody(required = false) @Nullable Open body) {
    var wanted = body == null ? new Open(null, null) : body;
    var returnUrl = returnUrls.checked(wanted.returnUrl());
    var customer = CustomerProblems.reference(reference, null);
    var call = new IdempotentRequests.Call("capture-session/" + customer, key, wanted);
    return customers
        .find(customer)
        .switchIfEmpty(Mono.error(CustomerProblems::customerUnknown))
        .flatMap(known ->
            requests.once(
                call,
                LinkService.newId(),
                Session.class,
                id ->
                    captures
                        .openSession(id, known, returnUrl, wanted.ephemeralKeyApiVersion())
                        .map(opened -> session(known.stripeId(), opened))));
  }

  private Session session(@Nullable Object stripeCustomerId, CaptureService.Session opened) {
    var key = opened.mobile().ephemeralKey();
    return new Session(
        opened.link().link().id(),
        opened.link().url().toString(),
        opened.link().link().expiresAt(),
        publishableKey,
        stripeCustomerId == null ? null : stripeCustomerId.toString(),
        opened.clientSecret().value(),
        opened.mobile().customerSession().value(),
        key == null ? null : key.value());
  }
}

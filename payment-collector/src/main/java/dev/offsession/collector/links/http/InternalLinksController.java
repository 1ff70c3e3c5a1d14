package dev.offsession.collector.links.http;

import dev.offsession.collector.customers.CustomerStore;
import dev.offsession.collector.customers.ReachStore;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.domain.Reach;
import dev.offsession.collector.customers.http.CustomerProblems;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.LinkService.Issued;
import dev.offsession.collector.links.LinkService.Order;
import dev.offsession.collector.links.domain.LinkPurpose;
import dev.offsession.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Issues links to notifier-service, together with where and whether to send them. */
@RestController
@Hidden
final class InternalLinksController {
  private final LinkService links;
  private final CustomerStore customers;
  private final ReachStore reaches;

  InternalLinksController(LinkService links, CustomerStore customers, ReachStore reaches) {
    this.links = links;
    this.customers = customers;
    this.reaches = reaches;
  }

  record NewLink(
      @NotBlank @Pattern(regexp = "pay|setup", message = "must be pay or setup") String purpose,
      @Size(max = 255) @Nullable String requestId,
      @NotBlank String customerReference,
      @Pattern(regexp = "pi_[A-Za-z0-9]+", message = "must be a PaymentIntent id") @Nullable String paymentIntentId,
      @Nullable Instant expiresAt) {

    Order order(Customer customer) {
      var purposeOfPage = "pay".equals(purpose) ? LinkPurpose.PAY : LinkPurpose.SETUP;
      return new Order(
          purposeOfPage, customer.reference(), requestId, paymentIntentId, null, null, expiresAt);
    }
  }

  @PostMapping("/internal/v1/links")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<LinkJson.Body> issue(@Valid @RequestBody NewLink wanted) {
    if ("pay".equals(wanted.purpose()) && wanted.paymentIntentId() == null) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "payment_intent_missing",
          "A pay link needs its payment_intent_id.",
          "/payment_intent_id");
    }
    var reference = CustomerProblems.reference(wanted.customerReference(), "/customer_reference");
    return Mono.zip(customers.find(reference), reaches.reach(reference))
        .switchIfEmpty(Mono.error(CustomerProblems::customerUnknown))
        .flatMap(known -> issue(wanted, known.getT1(), known.getT2()));
  }

  private Mono<LinkJson.Body> issue(NewLink wanted, Customer customer, Reach reach) {
    var preferences = Order.about(customer.reference(), LinkPurpose.PREFERENCES, null);
    return Mono.zip(
            links.issue(LinkService.newId(), wanted.order(customer)),
            links.issue(LinkService.newId(), preferences),
            isOnPage(wanted.requestId()))
        .map(all -> body(all.getT1(), customer, reach, all.getT3(), all.getT2()));
  }

  private Mono<Boolean> isOnPage(@Nullable String requestId) {
    return requestId == null ? Mono.just(false) : links.isOnPage(requestId);
  }

  private static LinkJson.Body body(
      Issued issued, Customer customer, Reach reach, boolean onPage, Issued preferences) {
    return new LinkJson.Body(
        issued.link().id(),
        issued.url().toString(),
        issued.link().expiresAt(),
        LinkJson.Contact.of(customer.contact(), reach),
        reach.pushSubscriptions().stream().map(LinkJson.Subscription::of).toList(),
        onPage,
        preferences.url().toString());
  }
}

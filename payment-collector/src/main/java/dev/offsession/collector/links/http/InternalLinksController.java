package dev.offsession.collector.links.http;

import dev.offsession.collector.customers.CustomerStore;
import dev.offsession.collector.customers.domain.Contact;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.http.CustomerProblems;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.LinkService.Issued;
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

/** Issues links to notifier-service, together with where to send them. */
@RestController
@Hidden
final class InternalLinksController {
  private final LinkService links;
  private final CustomerStore customers;

  InternalLinksController(LinkService links, CustomerStore customers) {
    this.links = links;
    this.customers = customers;
  }

  record NewLink(
      @NotBlank @Pattern(regexp = "pay|setup", message = "must be pay or setup") String purpose,
      @Size(max = 255) @Nullable String requestId,
      @NotBlank String customerReference,
      @Pattern(regexp = "pi_[A-Za-z0-9]+", message = "must be a PaymentIntent id") @Nullable String paymentIntentId,
      @Nullable Instant expiresAt) {

    LinkService.Order order(Customer customer) {
      var purposeOfPage = "pay".equals(purpose) ? LinkPurpose.PAY : LinkPurpose.SETUP;
      return new LinkService.Order(
          purposeOfPage, customer.reference(), requestId, paymentIntentId, null, null, expiresAt);
    }
  }

  record LinkBody(String linkId, String url, Instant expiresAt, ContactBody contact) {
    /** Holds a secret and personal data. */
    @Override
    public String toString() {
      return "LinkBody[" + linkId + "]";
    }
  }

  record ContactBody(String email, @Nullable String name, String locale, String timeZone) {
    static ContactBody of(Contact contact) {
      return new ContactBody(
          contact.email(),
          contact.name(),
          contact.locale().toLanguageTag(),
          contact.timeZone().getId());
    }

    /** Personal data. */
    @Override
    public String toString() {
      return "ContactBody[" + locale + "]";
    }
  }

  @PostMapping("/internal/v1/links")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<LinkBody> issue(@Valid @RequestBody NewLink wanted) {
    if ("pay".equals(wanted.purpose()) && wanted.paymentIntentId() == null) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "payment_intent_missing",
          "A pay link needs its payment_intent_id.",
          "/payment_intent_id");
    }
    var reference = CustomerProblems.reference(wanted.customerReference(), "/customer_reference");
    return customers
        .find(reference)
        .switchIfEmpty(Mono.error(CustomerProblems::customerUnknown))
        .flatMap(customer ->
            links
                .issue(LinkService.newId(), wanted.order(customer))
                .map(issued -> body(issued, customer)));
  }

  private static LinkBody body(Issued issued, Customer customer) {
    return new LinkBody(
        issued.link().id(),
        issued.url().toString(),
        issued.link().expiresAt(),
        ContactBody.of(customer.contact()));
  }
}

package dev.offsession.collector.manage.http;

import dev.offsession.collector.customers.CustomerService;
import dev.offsession.collector.customers.http.CustomerProblems;
import dev.offsession.collector.links.LinkService.Issued;
import dev.offsession.collector.links.http.ReturnUrls;
import dev.offsession.collector.manage.ManageService;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Manage sessions")
final class ManageSessionsController {
  private final ManageService manage;
  private final CustomerService customers;
  private final ReturnUrls returnUrls;

  ManageSessionsController(ManageService manage, CustomerService customers, ReturnUrls returnUrls) {
    this.manage = manage;
    this.customers = customers;
    this.returnUrls = returnUrls;
  }

  /**
   * @param returnUrl where the page offers to go back to
   */
  @Schema(name = "OpenManageSession")
  record Open(@Nullable String returnUrl) {}

  @Schema(name = "ManageSession")
  record Session(String id, String url, Instant expiresAt) {
    static Session of(Issued issued) {
      var link = issued.link();
      return new Session(link.id(), issued.url().toString(), link.expiresAt());
    }

    /** Holds a secret. */
    @Override
    public String toString() {
      return "Session[" + id + "]";
    }
  }

  @PostMapping("/v1/customers/{reference}/manage-sessions")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Let a customer look after their saved cards, on our page",
      description = "Send the customer to url at once: it opens the page for one hour.")
  Mono<Session> open(
      @PathVariable String reference, @Valid @RequestBody(required = false) @Nullable Open body) {
    var returnUrl = returnUrls.checked(body == null ? null : body.returnUrl());
    return customers
        .find(CustomerProblems.reference(reference, null))
        .switchIfEmpty(Mono.error(CustomerProblems::customerUnknown))
        .flatMap(customer -> manage.openSession(customer, returnUrl))
        .map(Session::of);
  }
}

package dev.offsession.collector.customers.http;

import static dev.offsession.collector.customers.http.CustomerProblems.customerUnknown;
import static dev.offsession.collector.customers.http.CustomerProblems.methodUnknown;

import dev.offsession.collector.customers.CustomerService;
import dev.offsession.collector.customers.CustomerStore.ErasureInProgress;
import dev.offsession.collector.customers.domain.Customer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/v1/customers/{reference}")
@Tag(name = "Customers")
final class CustomersController {
  private final CustomerService customers;

  CustomersController(CustomerService customers) {
    this.customers = customers;
  }

  @PutMapping
  @Operation(summary = "Create or update a customer, linked to one Stripe customer")
  Mono<CustomerJson.CustomerBody> put(
      @PathVariable String reference, @Valid @RequestBody CustomerJson.Put body) {
    return customers
        .put(CustomerProblems.reference(reference, null), body.contact())
        .map(CustomerJson.CustomerBody::of)
        .onErrorMap(ErasureInProgress.class, _ -> CustomerProblems.erasureInProgress());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Erase a customer's personal data and saved methods",
      description =
          "Everything here is gone when this answers; the deletion at Stripe follows, and is tried"
              + " until it succeeds.")
  Mono<Void> erase(@PathVariable String reference) {
    return customers
        .erase(CustomerProblems.reference(reference, null))
        .flatMap(known -> known ? Mono.empty() : Mono.error(customerUnknown()));
  }

  @GetMapping("/payment-methods")
  @Operation(summary = "List a customer's saved methods")
  Mono<CustomerJson.Methods> methods(@PathVariable String reference) {
    return known(reference).map(Customer::methods).map(CustomerJson.Methods::of);
  }

  @PutMapping("/default-payment-method")
  @Operation(summary = "Choose the method that is charged when a request names none")
  Mono<CustomerJson.Methods> chooseDefault(
      @PathVariable String reference, @Valid @RequestBody CustomerJson.ChooseDefault body) {
    var pointer = "/payment_method_id";
    var method = CustomerProblems.method(body.paymentMethodId(), pointer);
    return known(reference)
        .flatMap(customer -> customers.chooseDefault(customer, method))
        .switchIfEmpty(Mono.error(() -> methodUnknown(pointer)))
        .map(CustomerJson.Methods::of);
  }

  @DeleteMapping("/payment-methods/{id}")
  @Operation(summary = "Remove a saved method for good: it is detached at Stripe")
  Mono<CustomerJson.Methods> remove(@PathVariable String reference, @PathVariable String id) {
    var method = CustomerProblems.method(id, null);
    return known(reference)
        .flatMap(customer -> customers.remove(customer, method))
        .switchIfEmpty(Mono.error(() -> methodUnknown(null)))
        .map(CustomerJson.Methods::of);
  }

  private Mono<Customer> known(String reference) {
    return customers
        .find(CustomerProblems.reference(reference, null))
        .switchIfEmpty(Mono.error(CustomerProblems::customerUnknown));
  }
}

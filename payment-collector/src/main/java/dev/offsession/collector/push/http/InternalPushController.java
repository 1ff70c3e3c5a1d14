package dev.offsession.collector.push.http;

import dev.offsession.collector.customers.ReachStore;
import dev.offsession.collector.customers.domain.PushSubscription;
import dev.offsession.collector.customers.http.CustomerProblems;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** notifier-service tells which subscriptions a push service no longer knows. */
@RestController
@Hidden
final class InternalPushController {
  private final ReachStore reaches;

  InternalPushController(ReachStore reaches) {
    this.reaches = reaches;
  }

  @DeleteMapping("/internal/v1/customers/{reference}/push-subscriptions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> forget(@PathVariable String reference, @PathVariable String id) {
    var customer = CustomerProblems.reference(reference, null);
    return PushSubscription.isId(id) ? reaches.unsubscribe(customer, id) : Mono.empty();
  }
}

package dev.offsession.notifier.prompting.http;

import dev.offsession.notifier.prompting.FreshLinkService;
import dev.offsession.notifier.prompting.domain.RequestId;
import dev.offsession.platform.web.ProblemException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes a customer's wish for a new link from payment-collector. The answer is the same whether the
 * charge exists, needs its customer, or had a link a minute ago.
 */
@RestController
final class FreshLinkController {
  /** What charge-worker accepts as a request id. */
  private static final Pattern REQUEST_ID = Pattern.compile("\\P{Cntrl}{1,200}");

  private final FreshLinkService service;

  FreshLinkController(FreshLinkService service) {
    this.service = service;
  }

  @PostMapping("/internal/v1/charges/{requestId}/fresh-link")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Void> ask(@PathVariable String requestId) {
    if (requestId.isBlank() || !REQUEST_ID.matcher(requestId).matches()) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST, "request_id_invalid", "This is no request id.");
    }
    return Mono.fromRunnable(() -> service.ask(new RequestId(requestId)))
        .subscribeOn(Schedulers.boundedElastic())
        .then();
  }
}

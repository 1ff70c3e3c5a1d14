package dev.offsession.collector.recovery.http;

import dev.offsession.collector.pages.PageLanguage;
import dev.offsession.collector.pages.PageRequests;
import dev.offsession.collector.pages.Pages;
import dev.offsession.collector.recovery.RecoveryService;
import dev.offsession.collector.recovery.RecoveryService.Act;
import dev.offsession.collector.recovery.RecoveryService.Choice;
import dev.offsession.collector.recovery.RecoveryService.Visit;
import dev.offsession.collector.recovery.domain.PageView;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The recovery page. Only {@code act} changes anything, and only the page itself may call it. */
@Controller
@Hidden
final class PayPageController {
  private final RecoveryService recovery;
  private final Pages pages;

  PayPageController(RecoveryService recovery, Pages pages) {
    this.recovery = recovery;
    this.pages = pages;
  }

  record Status(String state) {}

  record ActRequest(@NotBlank @Pattern(regexp = "saved_card|new_card") String choice) {}

  /** What the page's script shall do; the secret is given out here and nowhere else. */
  record ActAnswer(String action, @Nullable String clientSecret, @Nullable String paymentMethod) {

    static ActAnswer of(Act act) {
      return switch (act) {
        case Act.ConfirmSaved(var secret, var method) ->
            new ActAnswer("confirm_saved", secret.value(), method);
        case Act.Continue(var secret) -> new ActAnswer("continue", secret.value(), null);
        case Act.ConfirmNew(var secret) -> new ActAnswer("confirm_new", secret.value(), null);
        case Act.Reload() -> new ActAnswer("reload", null, null);
      };
    }

    /** Holds a secret. */
    @Override
    public String toString() {
      return "ActAnswer[" + action + "]";
    }
  }

  @GetMapping("/pay/{token}")
  Mono<Rendering> page(@PathVariable String token, ServerWebExchange exchange) {
    return recovery
        .visit(token)
        .map(visit -> page(visit, token, exchange))
        .switchIfEmpty(Mono.fromSupplier(() -> pages.notFound(exchange)))
        .onErrorResume(failure -> Mono.just(pages.trouble(exchange, failure)));
  }

  @GetMapping("/pay/{token}/status")
  @ResponseBody
  Mono<Status> status(@PathVariable String token) {
    return recovery
        .visit(token)
        .map(visit -> new Status(PayPage.state(visit.view())))
        .switchIfEmpty(Mono.error(PageRequests::notFound));
  }

  @PostMapping(path = "/pay/{token}/act", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Mono<ActAnswer> act(
      @PathVariable String token,
      @Valid @RequestBody ActRequest request,
      ServerWebExchange exchange) {
    PageRequests.requireOwnPage(exchange);
    var choice = "saved_card".equals(request.choice()) ? Choice.SAVED_CARD : Choice.NEW_CARD;
    return recovery
        .act(token, choice)
        .map(ActAnswer::of)
        .switchIfEmpty(Mono.error(PageRequests::notFound));
  }

  private Rendering page(Visit visit, String token, ServerWebExchange exchange) {
    var language = PageLanguage.choose(exchange, visit.customer().contact().locale());
    var model = PayPage.of(visit, language, "/pay/" + token);
    var live = model.actionable() || visit.view() instanceof PageView.Processing;
    var status = visit.view() instanceof PageView.Expired ? HttpStatus.GONE : HttpStatus.OK;
    return pages.page(exchange, language, status, "pay", model, live ? "pay.js" : null);
  }
}

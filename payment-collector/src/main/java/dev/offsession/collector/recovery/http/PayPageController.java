package dev.offsession.collector.recovery.http;

import dev.offsession.collector.pages.Consents;
import dev.offsession.collector.pages.PageDoor;
import dev.offsession.collector.pages.Pages;
import dev.offsession.collector.recovery.RecoveryService;
import dev.offsession.collector.recovery.RecoveryService.Act;
import dev.offsession.collector.recovery.RecoveryService.Choice;
import dev.offsession.collector.recovery.RecoveryService.Visit;
import dev.offsession.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The recovery page. Only POST changes anything, and only the page itself may send it. */
@Controller
@Hidden
final class PayPageController {
  private final RecoveryService recovery;
  private final Pages pages;
  private final PageDoor door;
  private final Consents consents;
  private final Clock clock;

  PayPageController(
      RecoveryService recovery, Pages pages, PageDoor door, Consents consents, Clock clock) {
    this.recovery = recovery;
    this.pages = pages;
    this.door = door;
    this.consents = consents;
    this.clock = clock;
  }

  record Status(String state) {}

  /**
   * @param save whether the new card shall be kept for later charges
   * @param consentVersion the words agreed to, when it shall be kept
   */
  record ActRequest(
      @NotBlank @Pattern(regexp = "saved_card|new_card") String choice,
      @Nullable Boolean save,
      @Nullable String consentVersion,
      @Nullable String language) {}

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
    return door.page(exchange, recovery.visit(token).map(visit -> page(visit, token, exchange)));
  }

  @GetMapping("/pay/{token}/status")
  @ResponseBody
  Mono<Status> status(@PathVariable String token, ServerWebExchange exchange) {
    var status = recovery.visit(token).map(visit -> new Status(PayPage.state(visit.view())));
    return door.answer(exchange, status);
  }

  @PostMapping(path = "/pay/{token}/act", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Mono<ActAnswer> act(
      @PathVariable String token,
      @Valid @RequestBody ActRequest request,
      ServerWebExchange exchange) {
    var act =
        Mono.fromCallable(() -> choice(request, exchange))
            .flatMap(choice -> recovery.act(token, choice))
            .map(ActAnswer::of);
    return door.act(exchange, door.tryCard(exchange, token, act));
  }

  /** The page is open in front of the customer: nobody needs to remind them now. */
  @PostMapping("/pay/{token}/presence")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> presence(@PathVariable String token, ServerWebExchange exchange) {
    return door.act(exchange, recovery.seen(token)).then();
  }

  /** A fresh link for an expired one, by mail to the address on file. */
  @PostMapping("/pay/{token}/fresh-link")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Void> freshLink(@PathVariable String token, ServerWebExchange exchange) {
    var asked =
        recovery
            .askForFreshLink(token)
            .onErrorMap(WebClientException.class, _ -> away())
            .onErrorMap(TimeoutException.class, _ -> away());
    return door.act(exchange, door.tryCard(exchange, token, asked)).then();
  }

  private Choice choice(ActRequest request, ServerWebExchange exchange) {
    if ("saved_card".equals(request.choice())) {
      return new Choice.SavedCard();
    }
    var version = String.valueOf(request.consentVersion());
    var language = String.valueOf(request.language());
    return new Choice.NewCard(
        Boolean.TRUE.equals(request.save()) ? consents.read(exchange, version, language) : null);
  }

  private Rendering page(Visit visit, String token, ServerWebExchange exchange) {
    var language = pages.language(exchange, visit.customer().contact().locale());
    var wait = door.waitOfLink(token);
    var renewable = recovery.mayBeRenewed(visit.link());
    var model = PayPage.of(visit, wait, renewable, language, clock.instant(), "/pay/" + token);
    var status = status(model);
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      Pages.retryAfter(exchange, wait);
    }
    return pages.page(exchange, language, status, "pay", model, model.script());
  }

  private static HttpStatus status(PayPage model) {
    return switch (model.state()) {
      case "expired" -> HttpStatus.GONE;
      case "too_many" -> HttpStatus.TOO_MANY_REQUESTS;
      default -> HttpStatus.OK;
    };
  }

  private static ProblemException away() {
    return new ProblemException(
        HttpStatus.SERVICE_UNAVAILABLE,
        "fresh_link_unavailable",
        "No mail can be sent right now; try again in a moment.");
  }
}

package dev.offsession.collector.capture.http;

import dev.offsession.collector.capture.CaptureService;
import dev.offsession.collector.capture.CaptureService.Act;
import dev.offsession.collector.capture.CaptureService.Visit;
import dev.offsession.collector.capture.domain.CaptureView;
import dev.offsession.collector.customers.domain.PushSubscription;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.LinkService.Order;
import dev.offsession.collector.links.domain.LinkPurpose;
import dev.offsession.collector.pages.Consents;
import dev.offsession.collector.pages.PageDoor;
import dev.offsession.collector.pages.Pages;
import dev.offsession.collector.push.PushService;
import dev.offsession.platform.web.ProblemException;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The capture page. Only POST changes anything, and only the page itself may send it. */
@Controller
@Hidden
final class SetupPageController {
  private final CaptureService captures;
  private final LinkService links;
  private final PushService push;
  private final Pages pages;
  private final PageDoor door;
  private final Consents consents;

  SetupPageController(
      CaptureService captures,
      LinkService links,
      PushService push,
      Pages pages,
      PageDoor door,
      Consents consents) {
    this.captures = captures;
    this.links = links;
    this.push = push;
    this.pages = pages;
    this.door = door;
    this.consents = consents;
  }

  record Status(String state) {}

  record Place(String url) {
    /** Holds a secret. */
    @Override
    public String toString() {
      return "Place";
    }
  }

  record BeginRequest(
      @NotBlank String consentVersion, @NotBlank @Pattern(regexp = "[a-z]{2,3}") String language) {}

  record Subscription(@NotBlank String endpoint, @NotBlank String p256dh, @NotBlank String auth) {}

  /** What the page's script shall do; the secret is given out here and nowhere else. */
  record BeginAnswer(String action, @Nullable String clientSecret) {
    static BeginAnswer of(Act act) {
      return switch (act) {
        case Act.Confirm(var secret) -> new BeginAnswer("confirm", secret.value());
        case Act.Reload() -> new BeginAnswer("reload", null);
      };
    }

    /** Holds a secret. */
    @Override
    public String toString() {
      return "BeginAnswer[" + action + "]";
    }
  }

  @GetMapping("/setup/{token}")
  Mono<Rendering> page(@PathVariable String token, ServerWebExchange exchange) {
    return door.page(exchange, captures.visit(token).map(visit -> page(visit, token, exchange)));
  }

  @GetMapping("/setup/{token}/status")
  @ResponseBody
  Mono<Status> status(@PathVariable String token, ServerWebExchange exchange) {
    var status = captures.visit(token).map(visit -> new Status(SetupPage.state(visit.view())));
    return door.answer(exchange, status);
  }

  @PostMapping(path = "/setup/{token}/begin", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Mono<BeginAnswer> begin(
      @PathVariable String token,
      @Valid @RequestBody BeginRequest request,
      ServerWebExchange exchange) {
    var begun =
        Mono.fromCallable(
                () -> consents.read(exchange, request.consentVersion(), request.language()))
            .flatMap(evidence -> captures.begin(token, evidence))
            .map(BeginAnswer::of);
    return door.act(exchange, door.tryCard(exchange, token, begun));
  }

  /** From the saved card to all saved cards. */
  @PostMapping("/setup/{token}/cards")
  @ResponseBody
  Mono<Place> cards(@PathVariable String token, ServerWebExchange exchange) {
    var place =
        captures
            .saved(token)
            .map(link -> Order.about(link.customer(), LinkPurpose.CARDS, link.returnUrl()))
            .flatMap(order -> links.issue(LinkService.newId(), order))
            .map(issued -> new Place(issued.url().toString()));
    return door.act(exchange, place);
  }

  /** The customer wants push messages on this device; offered once a card is saved. */
  @PostMapping(
      path = "/setup/{token}/push-subscriptions",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> subscribe(
      @PathVariable String token,
      @Valid @RequestBody Subscription wanted,
      ServerWebExchange exchange) {
    var kept =
        captures
            .saved(token)
            .flatMap(link -> push.subscribe(link.customer(), checked(wanted)).thenReturn(link));
    return door.act(exchange, kept).then();
  }

  private Rendering page(Visit visit, String token, ServerWebExchange exchange) {
    var language = pages.language(exchange, visit.customer().contact().locale());
    var wait = door.waitOfLink(token);
    var model = SetupPage.of(visit, wait, Consents.VERSION, push.publicKey(), "/setup/" + token);
    var status =
        model.state().equals("too_many")
            ? HttpStatus.TOO_MANY_REQUESTS
            : visit.view() instanceof CaptureView.Expired ? HttpStatus.GONE : HttpStatus.OK;
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      Pages.retryAfter(exchange, wait);
    }
    return pages.page(exchange, language, status, "setup", model, model.script());
  }

  private PushSubscription checked(Subscription wanted) {
    return push.checked(wanted.endpoint(), wanted.p256dh(), wanted.auth())
        .orElseThrow(SetupPageController::notTaken);
  }

  private static ProblemException notTaken() {
    return new ProblemException(
        HttpStatus.BAD_REQUEST,
        "push_subscription_invalid",
        "This is not a subscription of a push service we send to.",
        "/endpoint");
  }
}

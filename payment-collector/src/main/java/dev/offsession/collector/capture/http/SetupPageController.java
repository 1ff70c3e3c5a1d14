package dev.offsession.collector.capture.http;

import dev.offsession.collector.capture.CaptureService;
import dev.offsession.collector.capture.CaptureService.Act;
import dev.offsession.collector.capture.CaptureService.Agreement;
import dev.offsession.collector.capture.CaptureService.Visit;
import dev.offsession.collector.capture.domain.CaptureView;
import dev.offsession.collector.pages.PageLanguage;
import dev.offsession.collector.pages.PageRequests;
import dev.offsession.collector.pages.Pages;
import dev.offsession.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/** The capture page. Only {@code begin} changes anything, and only the page itself may call it. */
@Controller
@Hidden
final class SetupPageController {
  /** Version of the words under {@code consent.*}; changed words get a new version. */
  static final String CONSENT_VERSION = "2026-11";

  private static final int USER_AGENT_MAX = 300;

  private final CaptureService captures;
  private final Pages pages;

  SetupPageController(CaptureService captures, Pages pages) {
    this.captures = captures;
    this.pages = pages;
  }

  record Status(String state) {}

  record BeginRequest(
      @NotBlank String consentVersion, @NotBlank @Pattern(regexp = "en|ja") String language) {}

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
    return captures
        .visit(token)
        .map(visit -> page(visit, token, exchange))
        .switchIfEmpty(Mono.fromSupplier(() -> pages.notFound(exchange)))
        .onErrorResume(failure -> Mono.just(pages.trouble(exchange, failure)));
  }

  @GetMapping("/setup/{token}/status")
  @ResponseBody
  Mono<Status> status(@PathVariable String token) {
    return captures
        .visit(token)
        .map(visit -> new Status(SetupPage.state(visit.view())))
        .switchIfEmpty(Mono.error(PageRequests::notFound));
  }

  @PostMapping(path = "/setup/{token}/begin", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Mono<BeginAnswer> begin(
      @PathVariable String token,
      @Valid @RequestBody BeginRequest request,
      ServerWebExchange exchange) {
    PageRequests.requireOwnPage(exchange);
    if (!request.consentVersion().equals(CONSENT_VERSION)) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "consent_outdated",
          "The words to agree to have changed; load the page again.",
          "/consent_version");
    }
    return captures
        .begin(token, agreement(request, exchange))
        .map(BeginAnswer::of)
        .switchIfEmpty(Mono.error(PageRequests::notFound));
  }

  private static Agreement agreement(BeginRequest request, ServerWebExchange exchange) {
    var address = exchange.getRequest().getRemoteAddress();
    var ip = address == null ? null : Objects.toString(address.getAddress().getHostAddress());
    var agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
    var shortAgent =
        agent == null ? null : agent.substring(0, Math.min(agent.length(), USER_AGENT_MAX));
    return new Agreement(request.consentVersion(), request.language(), ip, shortAgent);
  }

  private Rendering page(Visit visit, String token, ServerWebExchange exchange) {
    var language = PageLanguage.choose(exchange, visit.customer().contact().locale());
    var model = SetupPage.of(visit, CONSENT_VERSION, "/setup/" + token);
    var live =
        visit.view() instanceof CaptureView.Ready || visit.view() instanceof CaptureView.Working;
    var status = visit.view() instanceof CaptureView.Expired ? HttpStatus.GONE : HttpStatus.OK;
    return pages.page(exchange, language, status, "setup", model, live ? "setup.js" : null);
  }
}

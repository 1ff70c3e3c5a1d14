package dev.offsession.collector.manage.http;

import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.collector.customers.http.CustomerProblems;
import dev.offsession.collector.manage.ManageService;
import dev.offsession.collector.manage.ManageService.Cards;
import dev.offsession.collector.pages.PageDoor;
import dev.offsession.collector.pages.Pages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.YearMonth;
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

/** The page of the saved cards. Only POST changes anything, and only the page may send it. */
@Controller
@Hidden
final class CardsPageController {
  private final ManageService manage;
  private final Pages pages;
  private final PageDoor door;
  private final Clock clock;

  CardsPageController(ManageService manage, Pages pages, PageDoor door, Clock clock) {
    this.manage = manage;
    this.pages = pages;
    this.door = door;
    this.clock = clock;
  }

  record CardChoice(@NotBlank String paymentMethodId) {
    PaymentMethodId id() {
      return CustomerProblems.method(paymentMethodId, "/payment_method_id");
    }
  }

  record Place(String url) {
    /** Holds a secret. */
    @Override
    public String toString() {
      return "Place";
    }
  }

  @GetMapping("/cards/{token}")
  Mono<Rendering> page(@PathVariable String token, ServerWebExchange exchange) {
    return door.page(exchange, manage.cards(token).map(cards -> page(cards, token, exchange)));
  }

  @PostMapping(path = "/cards/{token}/default", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> chooseDefault(
      @PathVariable String token,
      @Valid @RequestBody CardChoice choice,
      ServerWebExchange exchange) {
    var chosen = Mono.defer(() -> manage.chooseDefault(token, choice.id()));
    return door.act(exchange, chosen).then();
  }

  @PostMapping(path = "/cards/{token}/remove", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> remove(
      @PathVariable String token,
      @Valid @RequestBody CardChoice choice,
      ServerWebExchange exchange) {
    var removed = Mono.defer(() -> manage.remove(token, choice.id()));
    return door.act(exchange, removed).then();
  }

  /** On to the page that saves one more card. */
  @PostMapping("/cards/{token}/add")
  @ResponseBody
  Mono<Place> add(@PathVariable String token, ServerWebExchange exchange) {
    var place = manage.addCard(token).map(issued -> new Place(issued.url().toString()));
    return door.act(exchange, door.tryCard(exchange, token, place));
  }

  private Rendering page(Cards cards, String token, ServerWebExchange exchange) {
    var contact = cards.customer().contact();
    var now = YearMonth.from(clock.instant().atZone(contact.timeZone()));
    var model = CardsPage.of(cards, now, "/cards/" + token);
    var status = cards.open() ? HttpStatus.OK : HttpStatus.GONE;
    return pages.page(
        exchange,
        pages.language(exchange, contact.locale()),
        status,
        "cards",
        model,
        cards.open() ? "cards.js" : null);
  }
}

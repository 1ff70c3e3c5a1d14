package dev.offsession.collector.manage.http;

import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.manage.ManageService;
import dev.offsession.collector.manage.ManageService.Preferences;
import dev.offsession.collector.pages.PageDoor;
import dev.offsession.collector.pages.Pages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of the wishes about messages. It shows no personal data at all. */
@Controller
@Hidden
final class PreferencesPageController {
  private static final String ONE_CLICK = "One-Click";

  private final ManageService manage;
  private final Pages pages;
  private final PageDoor door;

  PreferencesPageController(ManageService manage, Pages pages, PageDoor door) {
    this.manage = manage;
    this.pages = pages;
    this.door = door;
  }

  /**
   * What the template reads.
   *
   * @param state {@code on}, {@code muted} or {@code expired}
   * @param devices how many browsers take push messages
   */
  public record PreferencesPage(String state, int devices, String path) {}

  record Wish(@NotNull Boolean remindersMuted) {}

  @GetMapping("/preferences/{token}")
  Mono<Rendering> page(@PathVariable String token, ServerWebExchange exchange) {
    var page = manage.preferences(token).map(visit -> page(visit, token, exchange));
    return door.page(exchange, page);
  }

  @PostMapping(path = "/preferences/{token}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> wish(
      @PathVariable String token, @Valid @RequestBody Wish wish, ServerWebExchange exchange) {
    return door.act(exchange, manage.muteReminders(token, wish.remindersMuted())).then();
  }

  /**
   * The button that mail programs show beside the sender (RFC 8058). The programs send it, not our
   * page, so nothing but the link itself speaks for it; and it can mute reminders, nothing else.
   */
  @PostMapping(
      path = "/preferences/{token}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> oneClick(@PathVariable String token, ServerWebExchange exchange) {
    Mono<Link> muted =
        exchange
            .getFormData()
            .map(form -> ONE_CLICK.equals(form.getFirst("List-Unsubscribe")))
            .flatMap(meant -> meant ? manage.muteReminders(token, true) : Mono.empty());
    return door.answer(exchange, muted).then();
  }

  @PostMapping("/preferences/{token}/push-off")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> pushOff(@PathVariable String token, ServerWebExchange exchange) {
    return door.act(exchange, manage.switchPushOff(token)).then();
  }

  private Rendering page(Preferences visit, String token, ServerWebExchange exchange) {
    var wishes = visit.reach();
    var state = visit.open() ? wishes.remindersMuted() ? "muted" : "on" : "expired";
    var model =
        new PreferencesPage(state, wishes.pushSubscriptions().size(), "/preferences/" + token);
    return pages.page(
        exchange,
        pages.language(exchange, visit.customer().contact().locale()),
        visit.open() ? HttpStatus.OK : HttpStatus.GONE,
        "preferences",
        model,
        visit.open() ? "preferences.js" : null);
  }
}

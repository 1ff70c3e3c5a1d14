package dev.offsession.ingest.backfill.http;

import dev.offsession.ingest.backfill.domain.BackfillException;
import dev.offsession.ingest.backfill.domain.BackfillRegister;
import dev.offsession.ingest.backfill.domain.BackfillRegister.BackfillRequest;
import dev.offsession.ingest.backfill.domain.BackfillState;
import dev.offsession.ingest.backfill.domain.Progress;
import dev.offsession.platform.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The backfill for an operator. Any instance answers; the one that leads does the work. */
@RestController
@RequestMapping("/v1/backfill")
class BackfillController {

  private final ObjectProvider<BackfillRegister> registers;
  private final Clock clock;
  private final Scheduler virtualThreads =
      Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

  BackfillController(ObjectProvider<BackfillRegister> registers, Clock clock) {
    this.registers = registers;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param from creation time of the oldest event wanted; absent for all that Stripe lists
   */
  record Wish(@Nullable Instant from) {}

  /** The present or last pass, and whether an operator's wish waits for its turn. */
  record View(
      boolean enabled,
      boolean requested,
      @Nullable Instant checkedUntil,
      @Nullable BackfillRequest request,
      @Nullable Progress pass) {}

  @GetMapping
  Mono<View> progress() {
    return blocking(() -> registers.stream().findFirst().map(this::view).orElseGet(this::off));
  }

  /** 202 with the progress; 409 while an earlier wish is not done; 503 when Kafka is away. */
  @PostMapping
  Mono<ResponseEntity<View>> start(@RequestBody(required = false) @Nullable Wish wish) {
    return blocking(() -> ResponseEntity.accepted().body(ask(wish)));
  }

  private View ask(@Nullable Wish wish) {
    BackfillRegister register = registers.getIfAvailable();
    if (register == null) {
      throw conflict("backfill_off", "The backfill needs offsession.stripe.secret-key.");
    }
    if (view(register).requested()) {
      throw conflict("backfill_requested", "An earlier request is not done yet.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    register.ask(new BackfillRequest(from(wish, now), now));
    return view(register);
  }

  private static @Nullable Instant from(@Nullable Wish wish, Instant now) {
    Instant from = wish == null ? null : wish.from();
    if (from != null && from.isAfter(now)) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST, "from_in_future", "There are no events yet to fetch.", "/from");
    }
    return from;
  }

  private View view(BackfillRegister register) {
    BackfillState state = register.state().orElse(BackfillState.NOTHING_YET);
    Optional<BackfillRequest> request = register.request();
    boolean waits =
        request
            .filter(r -> state.requestDone() == null || r.askedAt().isAfter(state.requestDone()))
            .isPresent();
    return new View(true, waits, state.checkedUntil(), request.orElse(null), state.pass());
  }

  private View off() {
    return new View(false, false, null, null, null);
  }

  private <T> Mono<T> blocking(Callable<T> question) {
    return Mono.fromCallable(question)
        .subscribeOn(virtualThreads)
        .onErrorMap(
            BackfillException.class,
            _ ->
                new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE, "kafka_unavailable", "Try again later."));
  }

  private static ProblemException conflict(String code, String detail) {
    return new ProblemException(HttpStatus.CONFLICT, code, detail);
  }
}

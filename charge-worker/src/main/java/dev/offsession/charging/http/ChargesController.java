package dev.offsession.charging.http;

import dev.offsession.charging.domain.ChargeArchive;
import dev.offsession.charging.domain.ChargeQuery;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.usecase.Cancellations;
import dev.offsession.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Charges: read them, cancel one. Methods wait for the store; they run on virtual threads. */
@RestController
@Tag(name = "Charges")
@RequestMapping("/v1/charges")
final class ChargesController {
  private static final int LIMIT_MAX = 100;
  private static final int REASON_MAX = 200;

  private final ChargeArchive archive;
  private final Cancellations cancellations;
  private final InstantSource clock;

  ChargesController(ChargeArchive archive, Cancellations cancellations, InstantSource clock) {
    this.archive = archive;
    this.cancellations = cancellations;
    this.clock = clock;
  }

  /** A page of charges; {@code hasMore} says whether another one follows. */
  record Page(List<ChargeBody> data, boolean hasMore) {}

  /** Why the charge is no longer wanted. */
  record Cancel(@Nullable String reason) {}

  @Operation(summary = "Where does a charge stand?")
  @GetMapping("/{requestId}")
  ChargeBody read(@PathVariable String requestId) {
    return archive
        .view(new ChargeRequestId(requestId))
        .map(ChargeBody::of)
        .orElseThrow(ChargesController::unknown);
  }

  @Operation(summary = "List charges in the order of their request ids")
  @GetMapping
  Page list(
      @RequestParam(name = "customer_reference", required = false) @Nullable String customer,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(name = "older_than", required = false) @Nullable Duration olderThan,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw invalid("limit must be 1 to 100.", "/limit");
    }
    ChargeQuery query =
        new ChargeQuery(
            Optional.ofNullable(customer).map(CustomerReference::new),
            Optional.ofNullable(state).map(ChargesController::state),
            Optional.ofNullable(olderThan).map(clock.instant()::minus),
            Optional.ofNullable(startingAfter).map(ChargeRequestId::new),
            limit + 1);
    List<ChargeBody> found = archive.list(query).stream().map(ChargeBody::of).toList();
    return new Page(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
  }

  @Operation(summary = "Cancel a charge; one that is paid stays paid")
  @PostMapping("/{requestId}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ChargeBody cancel(@PathVariable String requestId, @RequestBody Cancel body) {
    String reason = body.reason();
    if (reason == null || reason.isBlank() || reason.length() > REASON_MAX) {
      throw invalid("reason must have 1 to 200 characters.", "/reason");
    }
    if (cancellations.cancelKnown(new ChargeRequestId(requestId), reason).isEmpty()) {
      throw unknown();
    }
    return read(requestId);
  }

  private static StateName state(String text) {
    try {
      return StateName.valueOf(text);
    } catch (IllegalArgumentException _) {
      throw invalid("state is not one of the states of a charge.", "/state");
    }
  }

  private static ProblemException invalid(String detail, String pointer) {
    return new ProblemException(HttpStatus.BAD_REQUEST, "invalid_request", detail, pointer);
  }

  private static ProblemException unknown() {
    return new ProblemException(
        HttpStatus.NOT_FOUND, "charge_unknown", "There is no charge with this request id.");
  }
}

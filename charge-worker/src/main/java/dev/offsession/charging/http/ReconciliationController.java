package dev.offsession.charging.http;

import dev.offsession.charging.domain.PaidIntents;
import dev.offsession.charging.usecase.Reports;
import dev.offsession.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stripe against the store, made while the caller waits. */
@RestController
@Tag(name = "Reconciliation")
@RequestMapping("/v1/reconciliation")
final class ReconciliationController {
  private static final Duration LONGEST = Duration.ofDays(31);

  private final Reports reports;

  ReconciliationController(Reports reports) {
    this.reports = reports;
  }

  @Operation(
      summary = "Does the store have what was paid at Stripe?",
      description =
          "Compares paid PaymentIntents of ours that were created from `from` (included) to `to`"
              + " (excluded), and paid charges received in that time. Both are UTC instants, such"
              + " as 2026-11-23T00:00:00Z, at most 31 days apart. 503 when Stripe does not answer.")
  @GetMapping
  ReconciliationBody report(@RequestParam Instant from, @RequestParam Instant to) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "invalid_request",
          "from must be before to, by at most 31 days.",
          "/from");
    }
    try {
      return ReconciliationBody.of(from, to, reports.between(from, to));
    } catch (PaidIntents.StripeSilentException _) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "stripe_unavailable",
          "Stripe did not answer, so there is no report now; ask again later or for less time.");
    }
  }
}

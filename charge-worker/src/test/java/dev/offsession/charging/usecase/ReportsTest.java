package dev.offsession.charging.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.DailyRuns;
import dev.offsession.charging.domain.PaidIntent;
import dev.offsession.charging.domain.PaidIntents;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Reconciliation;
import dev.offsession.charging.domain.ReportObserver;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.domain.StoredCharge;
import dev.offsession.charging.domain.StoredCharges;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
  private static final Instant NEXT = Instant.parse("2026-11-24T00:00:00Z");

  private record Paid(PaidIntent intent, Instant created) {}

  private record Stored(StoredCharge charge, Instant received) {}

  private final List<Paid> atStripe = new ArrayList<>();
  private final List<Stored> inStore = new ArrayList<>();
  private final Reports reports = new Reports(new Stripe(), new Store());
  private boolean stripeIsSilent;

  @Test
  void balanceADay() {
    charge("1", MIDNIGHT, MIDNIGHT.plusSeconds(1));

    Reconciliation report = reports.between(MIDNIGHT, NEXT);

    assertThat(report.isBalanced()).isTrue();
    assertThat(report.stripe()).hasSize(1);
  }

  @Test
  void balanceAChargeThatWasReceivedTheDayBefore() {
    charge("1", MIDNIGHT.minusSeconds(1), MIDNIGHT.plusSeconds(1));

    assertThat(reports.between(MIDNIGHT, NEXT).isBalanced()).isTrue();
  }

  @Test
  void balanceAChargeWhoseIntentWasCreatedTheDayAfter() {
    charge("1", NEXT.minusSeconds(1), NEXT.plusSeconds(1));

    Reconciliation report = reports.between(MIDNIGHT, NEXT);

    assertThat(report.isBalanced()).isTrue();
    assertThat(report.stripe()).hasSize(1);
  }

  @Test
  void findALostCharge() {
    charge("1", MIDNIGHT, MIDNIGHT);
    inStore.clear();

    assertThat(reports.between(MIDNIGHT, NEXT).differences()).hasSize(1);
  }

  @Test
  void findAPaymentThatNeverWas() {
    charge("1", MIDNIGHT, MIDNIGHT);
    atStripe.clear();

    assertThat(reports.between(MIDNIGHT, NEXT).differences()).hasSize(1);
  }

  @Nested
  class OnceADay {
    private final List<String> told = new ArrayList<>();
    private final Set<LocalDate> taken = new HashSet<>();
    private final Set<LocalDate> done = new HashSet<>();
    private Instant now = NEXT.plus(Duration.ofHours(1));

    @Test
    void compareTheDayBeforeAnHourAfterMidnight() {
      charge("1", MIDNIGHT, MIDNIGHT);
      DailyReport daily = daily();

      now = now.minusMillis(1);
      daily.runIfDue();
      now = now.plusMillis(1);
      daily.runIfDue();

      assertThat(told).containsExactly("2026-11-22 balanced", "2026-11-23 balanced");
      assertThat(done).hasSize(2);
    }

    @Test
    void areMadeByOneInstanceOnly() {
      daily().runIfDue();
      daily().runIfDue();
      DailyReport third = daily();
      third.runIfDue();
      third.runIfDue();

      assertThat(told).containsExactly("2026-11-23 balanced");
    }

    @Test
    void areTriedAgainWhenStripeIsSilent() {
      stripeIsSilent = true;
      DailyReport daily = daily();
      daily.runIfDue();
      assertThat(told).containsExactly("2026-11-23 failed");
      stripeIsSilent = false;
      taken.clear();

      daily.runIfDue();

      assertThat(told).containsExactly("2026-11-23 failed", "2026-11-23 balanced");
    }

    private DailyReport daily() {
      return new DailyReport(reports, new Runs(), new Told(), () -> now);
    }

    private final class Runs implements DailyRuns {
      @Override
      public boolean take(LocalDate day, Instant at) {
        return taken.add(day);
      }

      @Override
      public void done(LocalDate day, Reconciliation report) {
        done.add(day);
      }
    }

    private final class Told implements ReportObserver {
      @Override
      public void reported(LocalDate day, Reconciliation report) {
        told.add(day + (report.isBalanced() ? " balanced" : " different"));
      }

      @Override
      public void failed(LocalDate day, String why) {
        told.add(day + " failed");
      }
    }
  }

  private void charge(String number, Instant received, Instant created) {
    ChargeRequestId request = new ChargeRequestId("order-" + number);
    PaymentIntentId intent = new PaymentIntentId("pi_" + number);
    atStripe.add(new Paid(new PaidIntent(intent, request, 1200, "jpy"), created));
    inStore.add(
        new Stored(
            new StoredCharge(request, Optional.of(intent), StateName.SUCCEEDED, 1200, "jpy"),
            received));
  }

  private static boolean isWithin(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private final class Stripe implements PaidIntents {
    @Override
    public List<PaidIntent> createdBetween(Instant from, Instant to) {
      if (stripeIsSilent) {
        throw new StripeSilentException("HTTP 503");
      }
      return atStripe.stream()
          .filter(paid -> isWithin(paid.created(), from, to))
          .map(Paid::intent)
          .toList();
    }

    @Override
    public Optional<PaidIntent> find(PaymentIntentId intent) {
      return atStripe.stream()
          .map(Paid::intent)
          .filter(paid -> paid.intent().equals(intent))
          .findFirst();
    }
  }

  private final class Store implements StoredCharges {
    @Override
    public List<StoredCharge> paidAndReceivedBetween(Instant from, Instant to) {
      return inStore.stream()
          .filter(stored -> isWithin(stored.received(), from, to))
          .map(Stored::charge)
          .toList();
    }

    @Override
    public List<StoredCharge> find(Collection<ChargeRequestId> requests) {
      return inStore.stream()
          .map(Stored::charge)
          .filter(charge -> requests.contains(charge.request()))
          .toList();
    }
  }
}

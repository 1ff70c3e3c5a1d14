package dev.offsession.collector.customers.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SavedMethodsTest {
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final SavedCard OLD = card("pm_old", 0);
  private static final SavedCard NEW = card("pm_new", 60);

  @Test
  void hasADefaultExactlyWhenThereIsACard() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SavedMethods(List.of(OLD), null, START, Set.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SavedMethods(List.of(), OLD.id(), START, Set.of()));
    assertThat(SavedMethods.NONE.defaultMethod()).isNull();
  }

  @Nested
  class WhenStripeListsTheCards {
    @Test
    void theFirstCardBecomesTheDefault() {
      assertThat(SavedMethods.NONE.listedAs(List.of(OLD)).defaultMethod()).isEqualTo(OLD.id());
    }

    @Test
    void anAttachedCardThatTheCustomerDidNotSaveLeavesTheDefaultAlone() {
      var methods = SavedMethods.NONE.listedAs(List.of(OLD)).listedAs(List.of(NEW, OLD));

      assertThat(methods.defaultMethod()).isEqualTo(OLD.id());
    }

    @Test
    void aRemovedDefaultGivesWayToTheNewestCard() {
      var methods = SavedMethods.NONE.listedAs(List.of(OLD)).listedAs(List.of(NEW));

      assertThat(methods.defaultMethod()).isEqualTo(NEW.id());
    }

    @Test
    void withoutCardsThereIsNoDefault() {
      var methods = SavedMethods.NONE.listedAs(List.of(OLD)).listedAs(List.of());

      assertThat(methods.defaultMethod()).isNull();
      assertThat(methods.cards()).isEmpty();
    }

    @Test
    void listingTheSameAgainChangesNothing() {
      var methods = SavedMethods.NONE.listedAs(List.of(NEW, OLD)).savedByCustomer(NEW.id());

      assertThat(methods.listedAs(List.of(NEW, OLD))).isEqualTo(methods);
    }
  }

  @Nested
  class WhenTheCustomerSavesACard {
    private final SavedMethods before =
        SavedMethods.NONE.listedAs(List.of(OLD)).savedByCustomer(OLD.id());

    @Test
    void theNewestSavedCardBecomesTheDefault() {
      var methods = before.listedAs(List.of(NEW, OLD)).savedByCustomer(NEW.id());

      assertThat(methods.defaultMethod()).isEqualTo(NEW.id());
    }

    @Test
    void aRedeliveredEventDoesNotBringAnOldDefaultBack() {
      var methods = before.listedAs(List.of(NEW, OLD)).savedByCustomer(NEW.id());

      assertThat(methods.savedByCustomer(OLD.id())).isEqualTo(methods);
    }

    @Test
    void eventsInTheWrongOrderLeadToTheSameDefault() {
      var methods =
          SavedMethods.NONE
              .listedAs(List.of(NEW, OLD))
              .savedByCustomer(NEW.id())
              .savedByCustomer(OLD.id());

      assertThat(methods.defaultMethod()).isEqualTo(NEW.id());
    }

    @Test
    void theMerchantsLaterWordStandsAgainstALateEvent() {
      var chosen = before.listedAs(List.of(NEW, OLD)).withDefault(OLD.id(), START.plusSeconds(120));

      assertThat(chosen).isPresent();
      assertThat(chosen.orElseThrow().savedByCustomer(NEW.id()).defaultMethod())
          .isEqualTo(OLD.id());
    }

    @Test
    void aCardThatIsNoLongerThereChangesNothing() {
      assertThat(before.savedByCustomer(NEW.id())).isEqualTo(before);
    }
  }

  @Test
  void theDefaultCanOnlyBeASavedCard() {
    var methods = SavedMethods.NONE.listedAs(List.of(OLD));

    assertThat(methods.withDefault(NEW.id(), START)).isEmpty();
  }

  private static SavedCard card(String id, long seconds) {
    return new SavedCard(
        new PaymentMethodId(id), "visa", "4242", 12, 2030, "fp_" + id, START.plusSeconds(seconds));
  }
}

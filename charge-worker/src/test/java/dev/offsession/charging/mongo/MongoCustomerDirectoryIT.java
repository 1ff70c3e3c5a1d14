package dev.offsession.charging.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.CardRefusal;
import dev.offsession.charging.domain.Customer;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.RetryBudget;
import dev.offsession.charging.domain.StripeCustomerId;
import dev.offsession.parts.SharedParts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MongoCustomerDirectoryIT {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final PaymentMethodId VISA = new PaymentMethodId("pm_visa");
  private static final CardRefusal REFUSAL = new CardRefusal(VISA, "order-1#1", NOON);

  private final CustomerReference alice = new CustomerReference("alice-" + UUID.randomUUID());
  private final MongoCustomerDirectory directory =
      new MongoCustomerDirectory(
          MongoClients.create(SharedParts.mongo().uri()).getDatabase("customers"),
          Duration.ofSeconds(10));

  @Test
  void givesBackWhatItWasTold() {
    directory.keep(alice(1, VISA));

    assertThat(directory.find(alice)).contains(alice(1, VISA));
  }

  @Test
  void keepsTheNewestPictureWhateverTheOrder() {
    directory.keep(alice(2));
    directory.keep(alice(1, VISA));
    directory.keep(alice(2, VISA));

    assertThat(directory.find(alice)).contains(alice(2));
  }

  @Test
  void notesARefusalOnceHoweverOftenItIsNoted() {
    directory.keep(alice(1, VISA));

    directory.noteRefusal(alice, REFUSAL);
    directory.noteRefusal(alice, REFUSAL);

    assertThat(refusals()).containsExactly(REFUSAL);
  }

  @Test
  void keepsRefusalsWhenTheCustomerChanges() {
    directory.keep(alice(1, VISA));
    directory.noteRefusal(alice, REFUSAL);

    directory.keep(alice(2));

    assertThat(refusals()).containsExactly(REFUSAL);
  }

  @Test
  void keepsTheLatestRefusalsOnly() {
    directory.keep(alice(1, VISA));

    for (int i = 0; i <= RetryBudget.REFUSALS_KEPT; i++) {
      directory.noteRefusal(alice, new CardRefusal(VISA, "order-" + i + "#1", NOON));
    }

    assertThat(refusals())
        .hasSize(RetryBudget.REFUSALS_KEPT)
        .doesNotContain(new CardRefusal(VISA, "order-0#1", NOON));
  }

  @Test
  void notesNothingOfACustomerWhoWasErased() {
    directory.keep(alice(1, VISA));
    directory.forget(alice);

    directory.noteRefusal(alice, REFUSAL);

    assertThat(directory.find(alice)).isEmpty();
  }

  private List<CardRefusal> refusals() {
    return directory.find(alice).orElseThrow().refusals();
  }

  private Customer alice(long version, PaymentMethodId... methods) {
    List<Card> cards = List.of(methods).stream().map(Card::of).toList();
    return new Customer(
        alice,
        new StripeCustomerId("cus_1"),
        cards.stream().map(Card::id).findFirst(),
        cards,
        version);
  }
}

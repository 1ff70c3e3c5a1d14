package dev.offsession.collector.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.offsession.collector.customers.domain.Consent;
import dev.offsession.collector.customers.domain.Contact;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.collector.customers.domain.Picture;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import dev.offsession.collector.customers.mongo.MongoCustomerStore;
import dev.offsession.collector.customers.mongo.MongoPictureQueue;
import dev.offsession.parts.SharedParts;
import dev.offsession.platform.mongo.DueClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The use case and its store together, because what they promise, they promise together. */
class CustomerServiceTest {
  private static final CustomerReference REFERENCE = new CustomerReference("cust_17");
  private static final Contact CONTACT =
      new Contact("hanako@example.com", "Hanako", Locale.JAPAN, ZoneId.of("Asia/Tokyo"));
  private static final Duration LEASE = Duration.ofMillis(300);

  private final FakeStripeCustomers stripe = new FakeStripeCustomers();
  private final FakePicturePublisher publisher = new FakePicturePublisher();
  private final MongoClient mongo = MongoClients.create(SharedParts.mongo().uri());
  private final MongoCollection<Document> collection =
      mongo.getDatabase("test_" + UUID.randomUUID()).getCollection("customers");
  private final MongoCustomerStore store = new MongoCustomerStore(collection);
  private final PictureService pictures =
      new PictureService(
          new MongoPictureQueue(collection, new DueClaims(collection, LEASE)),
          publisher,
          stripe,
          Clock.systemUTC());
  private final CustomerService customers =
      new CustomerService(store, stripe, pictures, _ -> Mono.empty(), Clock.systemUTC());

  @BeforeEach
  void createIndexes() {
    store.createIndexes().block();
  }

  @AfterEach
  void close() {
    mongo.close();
  }

  @Nested
  class OneStripeCustomerForEachReference {
    @Test
    void isLinkedAndToldAtOnce() {
      var customer = put();

      assertThat(customer.stripeId()).isEqualTo(new StripeCustomerId("cus_1"));
      assertThat(publisher.told())
          .singleElement()
          .isInstanceOfSatisfying(
              Picture.Methods.class,
              picture -> {
                assertThat(picture.methods().cards()).isEmpty();
                assertThat(picture.version()).isEqualTo(1);
              });
    }

    @Test
    void evenWhenManyAskAtOnce() {
      var ids =
          Flux.range(0, 20)
              .flatMap(_ -> customers.put(REFERENCE, CONTACT), 20)
              .map(customer -> Objects.requireNonNull(customer.stripeId()))
              .distinct()
              .collectList()
              .block();

      assertThat(ids).hasSize(1);
      assertThat(stripe.customers()).isEqualTo(1);
    }

    @Test
    void evenWhenTheAnswerWasLost() {
      stripe.loseNextAnswer();
      assertThatThrownBy(CustomerServiceTest.this::put).hasMessage("connection reset");

      var customer = put();

      assertThat(customer.stripeId()).isEqualTo(new StripeCustomerId("cus_1"));
      assertThat(stripe.customers()).isEqualTo(1);
    }

    @Test
    void isNeverReplaced() {
      var customer = put();

      var again =
          store
              .link(
                  new Customer(REFERENCE, CONTACT, null, 0, customer.methods(), 0),
                  new StripeCustomerId("cus_other"),
                  Instant.now())
              .block();

      assertThat(Objects.requireNonNull(again).stripeId()).isEqualTo(customer.stripeId());
    }

    @Test
    void updatingTheContactTellsNothingNew() {
      put();
      customers
          .put(
              REFERENCE,
              new Contact("new@example.com", null, Locale.ENGLISH, ZoneId.of("Europe/Berlin")))
          .block();

      assertThat(publisher.told()).hasSize(1);
      assertThat(found().contact().email()).isEqualTo("new@example.com");
      assertThat(found().contact().name()).isNull();
    }
  }

  @Nested
  class SavedMethodsFollowStripe {
    @Test
    void theCardTheCustomerSavedBecomesTheDefault() {
      put();
      stripe.attach("pm_old", Instant.now().minusSeconds(60));
      refresh("pm_old");
      stripe.attach("pm_new", Instant.now());

      refresh("pm_new");

      assertThat(found().methods().defaultMethod()).isEqualTo(new PaymentMethodId("pm_new"));
      assertThat(lastTold().methods().defaultMethod()).isEqualTo(new PaymentMethodId("pm_new"));
      assertThat(lastTold().version()).isEqualTo(3);
    }

    @Test
    void aRedeliveredEventTellsNothing() {
      put();
      stripe.attach("pm_1", Instant.now());
      refresh("pm_1");
      var told = publisher.told().size();

      refresh("pm_1");
      refresh(null);

      assertThat(publisher.told()).hasSize(told);
    }

    @Test
    void anOutdatedListNeverReplacesANewerOne() {
      put();
      stripe.attach("pm_1", Instant.now().minusSeconds(60));
      stripe.beforeNextListing(() -> {
        stripe.attach("pm_2", Instant.now());
        refresh("pm_2");
      });

      refresh("pm_1");

      assertThat(found().methods().cards())
          .extracting(card -> card.id().value())
          .containsExactly("pm_2", "pm_1");
      assertThat(found().methods().defaultMethod()).isEqualTo(new PaymentMethodId("pm_2"));
    }

    @Test
    void anEventOfAnotherSystemsCustomerIsIgnored() {
      put();

      customers.refresh(new StripeCustomerId("cus_unknown"), null).block();

      assertThat(publisher.told()).hasSize(1);
    }

    @Test
    void theMerchantChoosesTheDefaultAmongSavedCards() {
      var customer = put();
      stripe.attach("pm_1", Instant.now().minusSeconds(60));
      stripe.attach("pm_2", Instant.now());
      refresh("pm_2");

      var methods = customers.chooseDefault(customer, new PaymentMethodId("pm_1")).block();

      assertThat(Objects.requireNonNull(methods).defaultMethod())
          .isEqualTo(new PaymentMethodId("pm_1"));
      assertThat(customers.chooseDefault(customer, new PaymentMethodId("pm_x")).blockOptional())
          .isEmpty();
    }

    @Test
    void aRemovedCardIsDetachedAndTold() {
      var customer = put();
      stripe.attach("pm_1", Instant.now());
      refresh("pm_1");

      var methods = customers.remove(customer, new PaymentMethodId("pm_1")).block();

      assertThat(Objects.requireNonNull(methods).cards()).isEmpty();
      assertThat(lastTold().methods().cards()).isEmpty();
      assertThat(customers.remove(customer, new PaymentMethodId("pm_1")).blockOptional()).isEmpty();
    }
  }

  @Nested
  class NothingIsLost {
    @Test
    void whatCannotBeToldIsToldLater() throws InterruptedException {
      put();
      publisher.reachable(false);
      stripe.attach("pm_1", Instant.now());
      refresh("pm_1");
      assertThat(publisher.told()).hasSize(1);

      publisher.reachable(true);
      Thread.sleep(LEASE.plusMillis(50));
      pictures.tellAllDue().block();

      assertThat(lastTold().methods().defaultMethod()).isEqualTo(new PaymentMethodId("pm_1"));
      assertThat(document().get("due_at")).isNull();
    }

    @Test
    void aChangeDuringTheTellingIsToldToo() {
      put();
      stripe.attach("pm_1", Instant.now().minusSeconds(60));
      publisher.beforeNext(() -> {
        stripe.attach("pm_2", Instant.now());
        store
            .replaceMethods(
                found(),
                found()
                    .methods()
                    .listedAs(
                        Objects.requireNonNull(
                            stripe.cards(new StripeCustomerId("cus_1")).block())),
                Instant.now())
            .block();
      });

      refresh("pm_1");
      pictures.tellAllDue().block();

      assertThat(lastTold().methods().cards()).hasSize(2);
      assertThat(document().get("due_at")).isNull();
    }

    @Test
    void whoeverLostTheClaimHasTheNewestPictureToldAgain() {
      put();
      stripe.attach("pm_1", Instant.now().minusSeconds(60));
      publisher.beforeNext(() -> {
        stripe.attach("pm_2", Instant.now());
        refresh("pm_2");
      });

      refresh("pm_1");
      pictures.tellAllDue().block();

      assertThat(lastTold().methods().cards()).hasSize(2);
      assertThat(lastTold().version())
          .isEqualTo(publisher.told().stream().mapToLong(Picture::version).max().orElseThrow());
    }
  }

  @Nested
  class Erasure {
    @Test
    void dropsPersonalDataAndTellsATombstone() {
      put();
      stripe.attach("pm_1", Instant.now());
      refresh("pm_1");
      store
          .keep(REFERENCE, new Consent("1", "ja", "seti_1", Instant.now(), "10.0.0.1", "Browser"))
          .block();

      assertThat(customers.erase(REFERENCE).block()).isTrue();

      assertThat(publisher.told().getLast()).isInstanceOf(Picture.Erased.class);
      assertThat(stripe.deleted()).containsExactly(new StripeCustomerId("cus_1"));
      assertThat(document().toJson())
          .doesNotContain("hanako", "Hanako", "10.0.0.1", "Browser", "cus_1", "pm_1")
          .contains("seti_1");
      assertThat(customers.find(REFERENCE).blockOptional()).isEmpty();
      assertThat(customers.erase(REFERENCE).block()).isFalse();
    }

    @Test
    void theReferenceMayBeUsedAgainForANewCustomer() {
      put();
      customers.erase(REFERENCE).block();

      var again = put();

      assertThat(again.stripeId()).isEqualTo(new StripeCustomerId("cus_2"));
      assertThat(again.methods().cards()).isEmpty();
      assertThat(lastTold().version()).isGreaterThan(2);
    }

    @Test
    void untilItIsDoneTheReferenceIsNotFree() {
      put();
      publisher.reachable(false);
      customers.erase(REFERENCE).block();

      assertThatThrownBy(CustomerServiceTest.this::put)
          .isInstanceOf(CustomerStore.ErasureInProgress.class);
    }
  }

  private Customer put() {
    return Objects.requireNonNull(customers.put(REFERENCE, CONTACT).block());
  }

  private Customer found() {
    return Objects.requireNonNull(store.find(REFERENCE).block());
  }

  private void refresh(@Nullable String savedNow) {
    customers
        .refresh(
            new StripeCustomerId("cus_1"), savedNow == null ? null : new PaymentMethodId(savedNow))
        .block();
  }

  private Picture.Methods lastTold() {
    return (Picture.Methods) publisher.told().getLast();
  }

  private Document document() {
    return Objects.requireNonNull(Mono.from(collection.find().first()).block());
  }
}

package dev.offsession.collector.links.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.LinkService.Issued;
import dev.offsession.collector.links.LinkService.Order;
import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.links.domain.LinkPurpose;
import dev.offsession.parts.SharedParts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class MongoLinkStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final CustomerReference CUSTOMER = new CustomerReference("cust_1");

  private final MongoClient mongo = MongoClients.create(SharedParts.mongo().uri());
  private final MongoCollection<Document> collection =
      mongo.getDatabase("test_" + UUID.randomUUID()).getCollection("links");
  private final MongoLinkStore store = new MongoLinkStore(collection);
  private final LinkService links =
      new LinkService(store, URI.create("https://pay.example"), Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void createIndexes() {
    store.createIndexes().block();
  }

  @AfterEach
  void close() {
    mongo.close();
  }

  @Test
  void aLinkIsFoundByItsTokenOnly() {
    var issued = issue(LinkPurpose.PAY, null);

    assertThat(find(token(issued), LinkPurpose.PAY)).contains(issued.link());
    assertThat(find("A".repeat(43), LinkPurpose.PAY)).isEmpty();
    assertThat(find("nonsense", LinkPurpose.PAY)).isEmpty();
  }

  @Test
  void aTokenOpensOnlyThePageItWasMadeFor() {
    assertThat(find(token(issue(LinkPurpose.PAY, null)), LinkPurpose.SETUP)).isEmpty();
    assertThat(find(token(issue(LinkPurpose.SETUP, null)), LinkPurpose.PAY)).isEmpty();
  }

  @Test
  void theTokenIsNotInTheStore() {
    var issued = issue(LinkPurpose.PAY, null);

    var document = Objects.requireNonNull(Mono.from(collection.find().first()).block());

    assertThat(document.toJson()).doesNotContain(token(issued));
  }

  @Test
  void aLinkLivesSevenDaysOrUntilTheChargesDeadline() {
    assertThat(issue(LinkPurpose.PAY, null).link().expiresAt())
        .isEqualTo(NOW.plus(Duration.ofDays(7)));
    assertThat(issue(LinkPurpose.PAY, NOW.plusSeconds(60)).link().expiresAt())
        .isEqualTo(NOW.plusSeconds(60));
    assertThat(issue(LinkPurpose.PAY, NOW.plus(Duration.ofDays(30))).link().expiresAt())
        .isEqualTo(NOW.plus(Duration.ofDays(7)));
  }

  @Test
  void aChargeEndsAllItsLinksAndTheFirstReasonStays() {
    var first = issue(LinkPurpose.PAY, null);
    var second = issue(LinkPurpose.PAY, null);

    links.endAllOfCharge("req_1", LinkEnd.CANCELED).block();
    links.endAllOfCharge("req_1", LinkEnd.PAID).block();

    assertThat(find(token(first), LinkPurpose.PAY).orElseThrow().end()).isEqualTo(LinkEnd.CANCELED);
    assertThat(find(token(second), LinkPurpose.PAY).orElseThrow().end())
        .isEqualTo(LinkEnd.CANCELED);
  }

  @Test
  void anErasedCustomersLinksOpenNothing() {
    var issued = issue(LinkPurpose.PAY, null);

    links.endAllOfCharge("req_1", LinkEnd.PAID).block();
    links.erase(CUSTOMER).block();

    assertThat(find(token(issued), LinkPurpose.PAY)).isEmpty();
  }

  @Test
  void approvalsAreCounted() {
    var issued = issue(LinkPurpose.PAY, null);

    links.countApproval(issued.link()).block();
    links.countApproval(issued.link()).block();

    assertThat(find(token(issued), LinkPurpose.PAY).orElseThrow().approvals()).isEqualTo(2);
  }

  @Test
  void theFirstSetupIntentOfALinkStays() {
    var link = issue(LinkPurpose.SETUP, null).link();

    links.replaceSetupIntent(link, "seti_1").block();
    var second = links.replaceSetupIntent(link, "seti_2").block();

    assertThat(Objects.requireNonNull(second).setupIntentId()).isEqualTo("seti_1");
  }

  private Issued issue(LinkPurpose purpose, @Nullable Instant expiresAt) {
    var intent = purpose == LinkPurpose.PAY ? "pi_1" : null;
    var order = new Order(purpose, CUSTOMER, "req_1", intent, null, null, expiresAt);
    return Objects.requireNonNull(links.issue(LinkService.newId(), order).block());
  }

  private Optional<Link> find(String token, LinkPurpose purpose) {
    return links.find(token, purpose).blockOptional();
  }

  private static String token(Issued issued) {
    var path = issued.url().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

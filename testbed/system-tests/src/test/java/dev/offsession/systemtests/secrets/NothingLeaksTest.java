package dev.offsession.systemtests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.offsession.systemtests.foreign.ForeignConsumer;
import dev.offsession.systemtests.secrets.SecretScan.Finding;
import dev.offsession.systemtests.stack.ChargeEvents;
import dev.offsession.systemtests.stack.Merchant;
import dev.offsession.systemtests.stack.Stack;
import dev.offsession.systemtests.stack.WithStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * After a whole story, and after all that the other tests did: no secret and no card number in
 * logs, topics and collections; no e-mail address in logs and topics.
 */
@ExtendWith(WithStack.class)
@Order(Integer.MAX_VALUE)
class NothingLeaksTest {

  private static final String ALWAYS_AUTHENTICATES = "4000002760003184";
  private static final String SAVED_THEN_DECLINED = "4000000000000341";
  private static final String GOOD = "4242424242424242";

  @BeforeAll
  static void playTheWholeStory(Merchant merchant) {
    String first = merchant.aCustomerWithCard(ALWAYS_AUTHENTICATES);
    String toApprove = merchant.requestCharge(first);
    merchant.events().await(toApprove, "AUTHENTICATION_REQUIRED");
    merchant.customer().approvePayment(merchant.mailedLink(first));
    merchant.events().await(toApprove, "SUCCEEDED");

    String second = merchant.aCustomerWithCard(SAVED_THEN_DECLINED);
    String toReplace = merchant.requestCharge(second);
    merchant.events().await(toReplace, "PAYMENT_METHOD_REQUIRED");
    merchant.customer().payWithNewCard(merchant.mailedLink(second), GOOD);
    var paid = merchant.events().await(toReplace, "SUCCEEDED");
    assertThat(ChargeEvents.detail(paid, "success", "amount_received_minor")).isEqualTo("1200");
  }

  @Test
  void inTheLogs(Merchant merchant) {
    SecretScan scan = scanFor(merchant.stack()).andAddresses();
    List<Finding> findings = new ArrayList<>();
    List<Path> logs = logsOf(merchant.stack());

    logs.forEach(log -> findings.addAll(scan.in(log.getFileName().toString(), contentOf(log))));

    assertThat(logs)
        .extracting(log -> log.getFileName().toString())
        .contains("payment-collector.log", "charge-worker.log", "notifier-service.log");
    assertThat(findings).isEmpty();
  }

  @Test
  void inTheTopics(Merchant merchant) throws Exception {
    SecretScan scan = scanFor(merchant.stack()).andAddresses();
    List<Finding> findings = new ArrayList<>();
    List<ConsumerRecord<byte[], byte[]>> records = everyRecordOf(merchant.stack());

    for (ConsumerRecord<byte[], byte[]> message : records) {
      findings.addAll(scan.in(message.topic() + " key", bytes(message.key())));
      findings.addAll(scan.in(message.topic() + " value", bytes(message.value())));
      message
          .headers()
          .forEach(header -> findings.addAll(scan.in(message.topic() + " header", header.value())));
    }

    assertThat(records)
        .extracting(ConsumerRecord::topic)
        .contains("charge-requested", "charge-events", "payment-method-events", "stripe-events");
    assertThat(findings).isEmpty();
  }

  @Test
  void inTheCollections(Merchant merchant) {
    SecretScan scan = scanFor(merchant.stack());
    List<Finding> findings = new ArrayList<>();
    List<String> scanned = new ArrayList<>();

    try (MongoClient mongo = MongoClients.create(merchant.stack().value("MONGODB_URI"))) {
      for (String database : mongo.listDatabaseNames()) {
        for (String name : mongo.getDatabase(database).listCollectionNames()) {
          String where = database + "." + name;
          for (var document : mongo.getDatabase(database).getCollection(name).find()) {
            scanned.add(where);
            findings.addAll(scan.in(where, document.toJson()));
          }
        }
      }
    }

    assertThat(scanned)
        .anyMatch(where -> where.startsWith("offsession_collector."))
        .anyMatch(where -> where.startsWith("offsession_charges."))
        .anyMatch(where -> where.startsWith("offsession_notifier."));
    assertThat(findings).isEmpty();
  }

  private static SecretScan scanFor(Stack stack) {
    return SecretScan.forSecrets(
        Map.of(
            "Stripe secret key",
            stack.value("STRIPE_SECRET_KEY"),
            "webhook secret",
            stack.value("STRIPE_WEBHOOK_SECRET"),
            "API key",
            stack.value("API_KEY"),
            "internal API key",
            "dev_internal_key",
            "typed card 3184",
            ALWAYS_AUTHENTICATES,
            "typed card 0341",
            SAVED_THEN_DECLINED,
            "typed card 4242",
            GOOD));
  }

  private static List<Path> logsOf(Stack stack) {
    try (Stream<Path> files = Files.walk(stack.dev().logs())) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] contentOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> everyRecordOf(Stack stack) throws Exception {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stack.kafka()))) {
      List<String> topics = List.copyOf(admin.listTopics().names().get());
      try (var consumer = new ForeignConsumer(stack.kafka(), stack.registry(), topics)) {
        return consumer.readToEnd();
      }
    }
  }

  private static byte[] bytes(byte @Nullable [] content) {
    return content == null ? new byte[0] : content;
  }
}

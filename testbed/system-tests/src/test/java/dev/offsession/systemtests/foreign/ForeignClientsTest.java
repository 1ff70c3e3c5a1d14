package dev.offsession.systemtests.foreign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.offsession.systemtests.stack.Merchant;
import dev.offsession.systemtests.stack.WithStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Other teams' programs, which know the topics and the schema files and nothing else of Offsession.
 */
@ExtendWith(WithStack.class)
class ForeignClientsTest {

  private static final String US = "dev.offsession..";

  @Test
  void aProducerWrittenFromTheSchemaFilesAlonePublishesACharge(Merchant merchant) {
    String customer = merchant.aCustomerWithCard("4242424242424242");

    String requestId = merchant.requestCharge(customer);

    assertThat(merchant.events().await(requestId, "SUCCEEDED").get("amount_minor"))
        .isEqualTo(1200L);
  }

  @Test
  void aConfluentClientInAnotherLanguageReadsTheEvents(Merchant merchant) throws Exception {
    assumeThat(NodeClient.obstacle()).isEmpty();
    String requestId = merchant.requestCharge(merchant.aCustomerWithCard("4242424242424242"));
    merchant.events().await(requestId, "SUCCEEDED");

    var events =
        NodeClient.readChargeEvents(
            merchant.stack().kafka(), merchant.stack().registry(), requestId);

    assertThat(events)
        .anySatisfy(event ->
            assertThat(event)
                .contains("\"request_id\":\"" + requestId, "\"type\":\"SUCCEEDED\"")
                .contains("\"amount_minor\":1200"));
  }

  @Test
  void theyUseNoClassOfOurs() {
    var programs =
        new ClassFileImporter().importClasses(ForeignProducer.class, ForeignConsumer.class);

    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage(US)
        .orShould()
        .onlyDependOnClassesThat()
        .resideInAPackage("dev.offsession.systemtests.foreign")
        .check(programs);
  }
}

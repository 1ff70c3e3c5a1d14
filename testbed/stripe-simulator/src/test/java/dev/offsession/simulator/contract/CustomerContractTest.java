package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentMethod;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.service.CustomerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerContractTest {
  private Simulated simulated;
  private CustomerService customers;

  @BeforeEach
  void start() {
    simulated = Simulated.start();
    customers = simulated.stripe().v1().customers();
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Test
  void createAnswersWithEveryDetail() throws StripeException {
    Customer customer =
        customers.create(
            CustomerCreateParams.builder()
                .setEmail("jenny@example.com")
                .setName("Jenny Rosen")
                .setPhone("+15555550100")
                .setDescription("subscriber")
                .addPreferredLocale("ja")
                .putMetadata("reference", "c-1")
                .build());

    assertThat(customer.getId()).startsWith("cus_").hasSize(28);
    assertThat(customer.getEmail()).isEqualTo("jenny@example.com");
    assertThat(customer.getName()).isEqualTo("Jenny Rosen");
    assertThat(customer.getPhone()).isEqualTo("+15555550100");
    assertThat(customer.getDescription()).isEqualTo("subscriber");
    assertThat(customer.getPreferredLocales()).containsExactly("ja");
    assertThat(customer.getMetadata()).containsEntry("reference", "c-1");
    assertThat(customer.getInvoiceSettings().getDefaultPaymentMethod()).isNull();
    assertThat(customer.getCreated()).isPositive();
    assertThat(customer.getLivemode()).isFalse();
  }

  @Test
  void anUpdateChangesWhatItNamesAndKeepsTheRest() throws StripeException {
    Customer customer = simulated.customer();

    Customer updated =
        customers.update(
            customer.getId(),
            CustomerUpdateParams.builder()
                .setName("Jenny Q")
                .putMetadata("offsession_customer_reference", "")
                .putMetadata("tier", "gold")
                .build());

    assertThat(updated.getName()).isEqualTo("Jenny Q");
    assertThat(updated.getEmail()).isEqualTo("jenny@example.com");
    assertThat(updated.getMetadata()).containsOnlyKeys("tier");
  }

  @Test
  void theDefaultMethodMustBelongToTheCustomer() throws StripeException {
    Customer customer = simulated.customer();
    PaymentMethod card = simulated.savedCard(customer, "pm_card_visa");
    PaymentMethod other = simulated.savedCard(simulated.customer(), "pm_card_visa");

    Customer updated = customers.update(customer.getId(), defaultMethod(card.getId()));

    assertThat(updated.getInvoiceSettings().getDefaultPaymentMethod()).isEqualTo(card.getId());
    assertThatThrownBy(() -> customers.update(customer.getId(), defaultMethod(other.getId())))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aDeletedCustomerIsKnownAsDeletedAndHasNoCards() throws StripeException {
    Customer customer = simulated.customer();
    PaymentMethod card = simulated.savedCard(customer, "pm_card_visa");

    Customer deleted = customers.delete(customer.getId());

    assertThat(deleted.getDeleted()).isTrue();
    assertThat(customers.retrieve(customer.getId()).getDeleted()).isTrue();
    assertThat(simulated.stripe().v1().paymentMethods().retrieve(card.getId()).getCustomer())
        .isNull();
    assertThatThrownBy(() -> customers.delete(customer.getId()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            error -> {
              assertThat(error.getStatusCode()).isEqualTo(404);
              assertThat(error.getCode()).isEqualTo("resource_missing");
            });
  }

  @Test
  void listsAreNewestFirstAndFilteredByEmail() throws StripeException {
    Customer first = simulated.customer();
    Customer second = simulated.customer();
    customers.create(CustomerCreateParams.builder().setEmail("other@example.com").build());

    var page = customers.list(CustomerListParams.builder().setEmail("jenny@example.com").build());

    assertThat(page.getData())
        .extracting(Customer::getId)
        .containsExactly(second.getId(), first.getId());
    assertThat(page.getHasMore()).isFalse();
  }

  @Test
  void cursorsWalkTheWholeList() throws StripeException {
    for (int i = 0; i < 5; i++) {
      simulated.customer();
    }

    var page = customers.list(CustomerListParams.builder().setLimit(2L).build());
    int seen = 0;
    for (Customer ignored : page.autoPagingIterable()) {
      assertThat(ignored.getId()).startsWith("cus_");
      seen++;
    }

    assertThat(page.getHasMore()).isTrue();
    assertThat(seen).isEqualTo(5);
  }

  @Test
  void theCustomersCardsAreListedAndReadOneByOne() throws StripeException {
    Customer customer = simulated.customer();
    PaymentMethod card = simulated.savedCard(customer, "pm_card_mastercard");

    var methods = customers.paymentMethods().list(customer.getId());
    PaymentMethod one = customers.paymentMethods().retrieve(customer.getId(), card.getId());

    assertThat(methods.getData()).extracting(PaymentMethod::getId).containsExactly(card.getId());
    assertThat(one.getCard().getBrand()).isEqualTo("mastercard");
  }

  private static CustomerUpdateParams defaultMethod(String id) {
    return CustomerUpdateParams.builder()
        .setInvoiceSettings(
            CustomerUpdateParams.InvoiceSettings.builder().setDefaultPaymentMethod(id).build())
        .build();
  }
}

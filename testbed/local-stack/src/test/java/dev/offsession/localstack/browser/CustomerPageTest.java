package dev.offsession.localstack.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CustomerPageTest {

  private static final URI LINK = URI.create("http://127.0.0.1:8080/pay/t0ken");

  @Test
  void readsTheStateAndWhatThePageIsTold() {
    var page =
        CustomerPage.parse(
            LINK,
            """
            <body><main id="main" class="sheet" data-state="authenticate"
              data-act-url="/pay/t0ken/act?a=1&amp;b=2">
            """);

    assertThat(page.state()).isEqualTo("authenticate");
    assertThat(page.address("act-url"))
        .isEqualTo(URI.create("http://127.0.0.1:8080/pay/t0ken/act?a=1&b=2"));
  }

  @Test
  void saysInWhichStateAnActIsNotOffered() {
    var page = CustomerPage.parse(LINK, "<main data-state=\"expired\">");

    assertThatThrownBy(() -> page.address("act-url"))
        .isInstanceOf(CustomerStuckException.class)
        .hasMessageContaining("'expired'");
  }

  @Test
  void refusesWhatIsNoCustomerPage() {
    assertThatThrownBy(() -> CustomerPage.parse(LINK, "<h1>502</h1>"))
        .isInstanceOf(CustomerStuckException.class);
  }
}

package dev.offsession.collector.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class ClientAddressTest {
  private final ClientAddress address = new ClientAddress(List.of("10.0.0.0/8", "2001:db8::1"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7|9.9.9.9|203.0.113.7",
        "10.1.2.3|203.0.113.7|203.0.113.7",
        "10.1.2.3|6.6.6.6, 203.0.113.7|203.0.113.7",
        "10.1.2.3|6.6.6.6, 203.0.113.7, 10.9.9.9|203.0.113.7",
        "10.1.2.3|evil.example, 203.0.113.7|203.0.113.7",
        "10.1.2.3|203.0.113.7, evil.example|203.0.113.7",
        "10.1.2.3|evil.example|10.1.2.3",
        "10.1.2.3|10.4.4.4|10.1.2.3",
        "2001:db8::1|198.51.100.4|198.51.100.4",
      })
  void onlyATrustedProxysWordCounts(String peer, String told, String visitor) {
    assertThat(address.exact(exchange(peer, told))).isEqualTo(visitor);
  }

  @Test
  void oneNetworkOfTheNewProtocolIsOneVisitor() {
    var one = exchange("2001:db8:1:2:aaaa::1", "");
    var other = exchange("2001:db8:1:2:bbbb::2", "");

    assertThat(address.of(one)).isEqualTo(address.of(other));
    assertThat(address.of(exchange("2001:db8:1:3::1", ""))).isNotEqualTo(address.of(one));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/64", "10.0.0.0/x", ""})
  void aNetworkThatIsNoneStopsTheStart(String network) {
    assertThatThrownBy(() -> new ClientAddress(List.of(network)))
        .hasMessageContaining("OFFSESSION_PAYMENT_COLLECTOR_TRUSTED_PROXIES");
  }

  private static MockServerWebExchange exchange(String peer, String told) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.get("/")
            .remoteAddress(new InetSocketAddress(peer, 1234))
            .header("X-Forwarded-For", told));
  }
}

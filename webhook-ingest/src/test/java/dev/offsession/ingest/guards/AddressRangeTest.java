package dev.offsession.ingest.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest(name = "{0} holds {1}: {2}")
  @CsvSource({
    "3.18.12.63/32, 3.18.12.63, true",
    "3.18.12.63, 3.18.12.63, true",
    "3.18.12.63/32, 3.18.12.62, false",
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.168.128.0/17, 192.168.129.1, true",
    "192.168.128.0/17, 192.168.127.1, false",
    "0.0.0.0/0, 200.1.2.3, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false"
  })
  void holdsWhatSharesItsFirstBits(String range, String address, boolean held) {
    assertThat(AddressRange.parse(range).orElseThrow().holds(InetAddress.ofLiteral(address)))
        .isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "stripe.com", "1.2.3", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/x", "1.2.3.4/8/8"})
  void isNothingElse(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }
}

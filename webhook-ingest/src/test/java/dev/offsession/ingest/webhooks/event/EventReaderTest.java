package dev.offsession.ingest.webhooks.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

  private final EventReader reader = new EventReader();

  @Test
  void readsTheFieldsWhateverTheirOrder() throws Exception {
    ReceivedEvent event =
        read(
            """
            {"data":{"previous_attributes":{"id":"pi_other","object":"nothing"},
                     "object":{"charges":{"data":[{"id":"ch_9","object":"charge"}]},
                               "object":"payment_intent","id":"pi_1"}},
             "request":{"id":"req_1","idempotency_key":"0123:confirm:1"},
             "livemode":false,"created":1795000000,"api_version":"2026-07-29.dahlia",
             "account":"acct_1","type":"payment_intent.succeeded","id":"evt_1","object":"event"}
            """);

    assertThat(event.id()).isEqualTo("evt_1");
    assertThat(event.type()).isEqualTo("payment_intent.succeeded");
    assertThat(event.apiVersion()).isEqualTo("2026-07-29.dahlia");
    assertThat(event.account()).isEqualTo("acct_1");
    assertThat(event.livemode()).isFalse();
    assertThat(event.created()).isEqualTo(Instant.ofEpochSecond(1_795_000_000L));
    assertThat(event.objectId()).isEqualTo("pi_1");
    assertThat(event.objectType()).isEqualTo("payment_intent");
    assertThat(event.idempotencyKey()).isEqualTo("0123:confirm:1");
  }

  @Test
  void leavesOutWhatMayBeAbsent() throws Exception {
    ReceivedEvent event =
        read(
            """
            {"id":"evt_1","object":"event","type":"balance.available","livemode":true,"created":1,
             "request":null,"api_version":null,"data":{"object":{"object":"balance"}}}
            """);

    assertThat(event.account()).isNull();
    assertThat(event.apiVersion()).isNull();
    assertThat(event.idempotencyKey()).isNull();
    assertThat(event.objectId()).as("a balance has no id").isEqualTo("evt_1");
  }

  @Nested
  class Redacting {

    @Test
    void keepsEveryOtherByteAsItCame() throws Exception {
      String body =
          "\n {\"id\" : \"evt_1\",\t\"object\":\"event\",\"type\":\"x.y\",\"livemode\":false,"
              + "\"created\":1, \"data\":{\"object\":{ \"object\":\"payment_intent\", \"id\":\"pi_1\","
              + "\"amount\": 1200.00, \"é\":\"日本 \\u00e9 \\/ \","
              + " \"client_secret\" : \"pi_1_secret_abcdefgh\" , \"list\":[1,2,{}]}}}  \n";

      assertThat(redacted(body)).isEqualTo(body.replace("\"pi_1_secret_abcdefgh\"", "null"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "\"client_secret\":\"x\" | \"client_secret\":null",
          "\"client\\u005fsecret\":\"x\" | \"client\\u005fsecret\":null",
          "\"client_secret\":null | \"client_secret\":null",
          "\"client_secret\":{\"a\":[\"x\"]} | \"client_secret\":null",
          "\"email\":\"a@b.example\" | \"email\":null",
          "\"receipt_email\":\"a@b.example\" | \"receipt_email\":null",
          "\"phone\":\"+81 3\" | \"phone\":null",
          "\"a\":{\"b\":[{\"name\":\"Ann\",\"x\":1}]} | \"a\":{\"b\":[{\"name\":null,\"x\":1}]}",
          "\"address\":{\"city\":\"Kyoto\"},\"x\":[1] | \"address\":null,\"x\":[1]",
          "\"address\":[[\"Kyoto\"],2],\"x\":1 | \"address\":null,\"x\":1",
          "\"url\":\"https://h.example/?client_secret=s\" | \"url\":null",
          "\"urls\":[\"pi_1_secret_abcdefgh\",\"x\"] | \"urls\":[null,\"x\"]",
          "\"metadata\":{\"name\":\"order\",\"email\":\"x\"} | \"metadata\":{\"name\":\"order\",\"email\":\"x\"}",
          "\"metadata\":{\"client_secret\":\"x\"} | \"metadata\":{\"client_secret\":null}",
        })
    void takesOutSecretsAndPersonalData(String field, String expected) throws Exception {
      assertThat(redacted(eventWith(field))).isEqualTo(eventWith(expected));
    }

    @Test
    void readsOnAfterWhatItTookOut() throws Exception {
      ReceivedEvent event =
          read(
              """
              {"name":{"id":"evt_x"},"email":["id","x"],"object":"event","type":"x.y",
               "livemode":false,"created":1,"data":{"address":{"id":"no"},
               "object":{"address":[],"object":"customer","id":"cus_1"}},"id":"evt_1"}
              """);

      assertThat(event.id()).isEqualTo("evt_1");
      assertThat(event.objectId()).isEqualTo("cus_1");
    }

    private static String eventWith(String field) {
      return "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"x.y\",\"livemode\":false,\"created\":1,"
          + "\"data\":{\"object\":{\"object\":\"thing\",\"id\":\"t_1\","
          + field
          + "}}}";
    }

    private String redacted(String body) throws Exception {
      return UTF_8.decode(read(body).payload()).toString();
    }
  }

  @Nested
  class Refusing {

    /** A name with a slash in it is one name, and no object in an object. */
    @Test
    void takesNoFieldForAPath() {
      String body =
          """
          {"id":"evt_1","object":"event","type":"t","livemode":false,"created":1,
           "data/object":{"object":"payment_intent","id":"pi_1"}}
          """;

      assertThatThrownBy(() -> new EventReader().read(body.getBytes(UTF_8)))
          .isInstanceOf(UnusableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "null",
          "1",
          "[]",
          "{}",
          "{",
          "{\"id\":",
          "not JSON",
          "{\"object\":\"event\"}",
          "{\"object\":\"charge\",\"id\":\"ch_1\"}",
          "{\"object\":\"event\",\"id\":7,\"type\":\"x\",\"livemode\":false,\"created\":1,"
              + "\"data\":{\"object\":{\"object\":\"o\"}}}",
          "{\"object\":\"event\",\"id\":\"e\",\"type\":\"x\",\"livemode\":\"no\",\"created\":1,"
              + "\"data\":{\"object\":{\"object\":\"o\"}}}",
          "{\"object\":\"event\",\"id\":\"e\",\"type\":\"x\",\"livemode\":false,\"created\":\"1\","
              + "\"data\":{\"object\":{\"object\":\"o\"}}}",
          "{\"object\":\"event\",\"id\":\"e\",\"type\":\"x\",\"livemode\":false,"
              + "\"created\":99999999999999999999999,\"data\":{\"object\":{\"object\":\"o\"}}}",
          "{\"object\":\"event\",\"id\":\"e\",\"type\":\"x\",\"livemode\":false,\"created\":1,"
              + "\"data\":{}}",
          "{\"object\":\"event\",\"id\":\"e\",\"type\":\"x\",\"livemode\":false,\"created\":1,"
              + "\"data\":{\"object\":[{\"object\":\"o\"}]}}",
          "{\"object\":\"event\",\"object\":\"event\",\"id\":\"e\",\"type\":\"x\","
              + "\"livemode\":false,\"created\":1,\"data\":{\"object\":{\"object\":\"o\"}}}",
          "{\"object\":\"event\",\"id\":\"e\",\"type\":\"x\",\"livemode\":false,\"created\":1,"
              + "\"data\":{\"object\":{\"object\":\"o\"}}} trailing",
          "{\"object\":\"event\",\"id\":\"e\",\"type\":\"x\",\"livemode\":false,\"created\":1,"
              + "\"data\":{\"object\":{\"object\":\"o\"}}} {\"id\":\"evt_2\"}",
        })
    void whatIsNoEvent(String body) {
      assertThatThrownBy(() -> read(body)).isInstanceOf(UnusableEventException.class);
    }

    @Test
    void thinEventsBySayingSo() {
      assertThatThrownBy(
              () -> read("{\"id\":\"evt_1\",\"object\":\"v2.core.event\",\"type\":\"x\"}"))
          .isInstanceOf(UnusableEventException.class)
          .hasMessageContaining("thin event");
    }

    @Test
    void bottomlessNesting() {
      assertThatThrownBy(() -> read("{\"a\":".repeat(100_000)))
          .isInstanceOf(UnusableEventException.class);
      assertThatThrownBy(() -> read("{\"email\":" + "[".repeat(100_000)))
          .isInstanceOf(UnusableEventException.class);
    }

    @Test
    void withoutRepeatingTheBody() {
      assertThatThrownBy(() -> read("{\"email\":\"canary@shop.example\", oops"))
          .isInstanceOf(UnusableEventException.class)
          .hasNoCause()
          .message()
          .doesNotContain("canary");
    }
  }

  private ReceivedEvent read(String body) throws UnusableEventException {
    return reader.read(body.getBytes(UTF_8));
  }
}

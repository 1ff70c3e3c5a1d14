package dev.offsession.systemtests.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.systemtests.stack.Merchant;
import dev.offsession.systemtests.stack.MerchantApi.Answer;
import dev.offsession.systemtests.stack.WithStack;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problems of the HTTP APIs are problem+json (RFC 9457) and point to the field. */
@ExtendWith(WithStack.class)
class HttpProblemTest {

  @ParameterizedTest
  @CsvSource({
    "email, not an address, /email",
    "locale, no_such_locale_!, /locale",
    "time_zone, Mars/Olympus, /time_zone"
  })
  void pointToTheFieldThatIsWrong(String field, String value, String pointer, Merchant merchant) {
    var body =
        new HashMap<>(Map.of("email", "a@b.example", "locale", "en", "time_zone", "Asia/Tokyo"));
    body.put(field, value);

    Answer answer = merchant.api().put(merchant.customerUrl("cust-problem"), body);

    assertThat(answer.status()).isBetween(400, 422);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body().toString()).contains("\"" + pointer + "\"").doesNotContain(value);
  }

  @Test
  void nameAMissingField(Merchant merchant) {
    Answer answer =
        merchant.api().put(merchant.customerUrl("cust-problem"), Map.of("locale", "en"));

    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body().toString()).contains("/email");
  }

  @Test
  void alsoTellOfWhatIsNotThere(Merchant merchant) {
    Answer charge =
        merchant
            .api()
            .get(merchant.stack().address("CHARGE_WORKER_URL").resolve("/v1/charges/req-nobody"));

    assertThat(charge.status()).isEqualTo(404);
    assertThat(charge.contentType()).startsWith("application/problem+json");
  }
}

package dev.offsession.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WebhooksTest {
  private static final String SECRET = "whsec_test";
  private final Webhooks webhooks = new Webhooks("/hooks", SECRET);

  @Test
  void stripesOwnLibraryAcceptsThem() throws SignatureVerificationException {
    Event event = event(webhooks.numbered("x", 7));

    assertThat(event.getId()).isEqualTo(Webhooks.eventId(7));
    assertThat(event.getType()).isEqualTo("payment_intent.succeeded");
  }

  @Test
  void stripesOwnLibraryRefusesForgedOnes() {
    assertThatThrownBy(() -> event(webhooks.forged()))
        .isInstanceOf(SignatureVerificationException.class);
  }

  @Test
  void eachHasAnIdOfItsOwnAndTheSameNumberIsTheSameEvent() throws SignatureVerificationException {
    assertThat(event(webhooks.next()).getId()).isNotEqualTo(event(webhooks.next()).getId());
    assertThat(event(webhooks.numbered("x", 5)).getId())
        .isEqualTo(event(webhooks.numbered("y", 5)).getId());
  }

  @Test
  void theirSizesAreThoseOfRealEvents() {
    int[] sizes =
        IntStream.range(0, 11)
            .map(i -> body(webhooks.numbered("x", i)).length())
            .sorted()
            .toArray();

    assertThat(sizes[0]).isBetween(1_400, 1_700);
    assertThat(sizes[5]).isBetween(3_800, 4_200);
    assertThat(sizes[10]).isBetween(11_500, 12_500);
  }

  private static Event event(Shot shot) throws SignatureVerificationException {
    return Webhook.constructEvent(body(shot), header(shot), SECRET);
  }

  private static String header(Shot shot) {
    return shot.text()
        .lines()
        .filter(line -> line.startsWith("Stripe-Signature: "))
        .map(line -> line.substring("Stripe-Signature: ".length()))
        .findFirst()
        .orElseThrow();
  }

  private static String body(Shot shot) {
    return shot.text().split("\r\n\r\n", 2)[1];
  }
}

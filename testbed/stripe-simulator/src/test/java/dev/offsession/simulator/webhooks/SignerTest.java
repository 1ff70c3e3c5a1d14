package dev.offsession.simulator.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignerTest {
  private static final String BODY = "{\"id\":\"evt_1\",\"name\":\"日本\"}";

  @Test
  void signsAsStripesOwnLibraryDoes() throws NoSuchAlgorithmException, InvalidKeyException {
    Instant at = Instant.ofEpochSecond(1_760_000_000);

    String header = Signer.header(BODY, at, List.of("whsec_a"));

    assertThat(header)
        .startsWith(
            "t=1760000000,v1="
                + Webhook.Util.computeHmacSha256("whsec_a", at.getEpochSecond() + "." + BODY));
  }

  @Test
  void signsOnceForEachSecret() throws SignatureVerificationException {
    String header = Signer.header(BODY, Instant.now(), List.of("whsec_a", "whsec_b"));

    assertThat(Webhook.Signature.verifyHeader(BODY, header, "whsec_a", 300)).isTrue();
    assertThat(Webhook.Signature.verifyHeader(BODY, header, "whsec_b", 300)).isTrue();
  }
}

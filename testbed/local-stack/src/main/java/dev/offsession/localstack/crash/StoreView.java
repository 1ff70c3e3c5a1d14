package dev.offsession.localstack.crash;

import dev.offsession.localstack.client.MerchantApi;
import dev.offsession.localstack.client.StackCallException;
import dev.offsession.localstack.stack.Addresses;
import java.time.Duration;

/** What charge-worker's store says of a charge. */
public final class StoreView {
  private static final int ASK_MAX = 100;

  private final MerchantApi merchant;

  /** Asks the charge-workers behind these addresses. */
  public StoreView(Addresses addresses) {
    this.merchant = new MerchantApi(addresses);
  }

  /** Its state; the process that is asked may just die: then another answers. */
  public String state(String requestId) {
    for (int i = 0; ; i++) {
      try {
        return merchant
            .charge(requestId)
            .map(charge -> charge.path("state").asString(""))
            .orElse("nothing");
      } catch (StackCallException e) {
        if (i == ASK_MAX) {
          throw e;
        }
        Pause.of(Duration.ofMillis(100));
      }
    }
  }
}

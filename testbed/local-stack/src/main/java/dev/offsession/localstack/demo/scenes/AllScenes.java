package dev.offsession.localstack.demo.scenes;

import dev.offsession.localstack.demo.Scene;
import java.util.List;

/** The programme. */
public final class AllScenes {
  private AllScenes() {}

  /** Every scene, in the order of the story. */
  public static List<Scene> inOrder() {
    return List.of(
        new SavedCardIsCharged(),
        AuthenticationByMail.inJapanese("4000000000003063"),
        AuthenticationByMail.inEnglish("4000002760003184"),
        new RefusedCardIsReplaced(),
        new ShortOfFundsIsRetried(),
        new RepeatedRequestIsAbsorbed(),
        new InvalidRequestIsRejected(),
        new CanceledBeforePayment(),
        new UnusualCurrencies());
  }
}

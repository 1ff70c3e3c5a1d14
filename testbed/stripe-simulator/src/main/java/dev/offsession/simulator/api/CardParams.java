package dev.offsession.simulator.api;

import dev.offsession.simulator.card.TestCard;
import dev.offsession.simulator.card.TestCards;
import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.CardEntry;
import dev.offsession.simulator.engine.PaymentMethod;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.Params;
import java.util.Map;

/** Card details inside a call: typed numbers, or a token such as {@code tok_visa}. */
final class CardParams {
  private CardParams() {}

  /** Makes a PaymentMethod of {@code type}, {@code card[...]} and {@code billing_details[...]}. */
  static PaymentMethod create(Account account, Params params) {
    String type = params.required("type");
    if (!type.equals("card")) {
      throw Refusal.invalid("type", "The simulator supports only the type `card`.");
    }
    Params card = params.object("card");
    String token = card.text("token");
    params.ignore("radar_options", "payment_user_agent", "time_on_page", "guid", "muid", "sid");
    Map<String, String> billing = params.leaves("billing_details");
    String redisplay = redisplay(params);
    var metadata = params.metadata("metadata").over(Map.of());
    if (token != null) {
      return account.paymentMethods().ready(cardOf(token));
    }
    return account
        .paymentMethods()
        .create(
            new CardEntry(
                card.required("number"),
                (int) card.requiredInteger("exp_month"),
                fullYear(card.requiredInteger("exp_year")),
                card.text("cvc"),
                billing,
                redisplay,
                metadata));
  }

  private static String redisplay(Params params) {
    String value = params.oneOf("allow_redisplay", "always", "limited", "unspecified");
    return value == null ? "unspecified" : value;
  }

  private static int fullYear(long year) {
    return (int) (year < 100 ? year + 2000 : year);
  }

  private static TestCard cardOf(String token) {
    return TestCards.byPaymentMethodId(token.replaceFirst("^tok_", "pm_card_"))
        .orElseThrow(() -> Refusal.unknownReference("token", "card[token]", token));
  }
}

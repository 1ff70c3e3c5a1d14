package dev.offsession.notifier.prompting.mail;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;
import static dev.offsession.notifier.prompting.domain.Examples.aCharge;
import static dev.offsession.notifier.prompting.domain.Examples.aLink;
import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static dev.offsession.notifier.prompting.domain.Examples.contact;
import static dev.offsession.notifier.prompting.domain.Examples.declined;
import static dev.offsession.notifier.prompting.domain.Examples.withoutSavedCard;

import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.Colour;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.Tone;
import dev.offsession.notifier.prompting.words.Languages;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** One of each mail in both languages, as customers of an imaginary bookshop get them. */
enum Samples {
  AUTHENTICATE(PromptKind.AUTHENTICATE, Tone.FIRST),
  NEW_CARD(PromptKind.NEW_PAYMENT_METHOD, Tone.FIRST),
  SETUP(PromptKind.NEW_PAYMENT_METHOD, Tone.FIRST),
  REMINDER(PromptKind.AUTHENTICATE, Tone.REMINDER),
  LAST_REMINDER(PromptKind.AUTHENTICATE, Tone.LAST_REMINDER),
  FRESH_LINK(PromptKind.FRESH_LINK, Tone.FIRST),
  RECEIPT(PromptKind.RECEIPT, Tone.FIRST),
  FAILED(PromptKind.PAYMENT_FAILED, Tone.FIRST);

  /** A sample in one language. */
  record Sample(Samples kind, Locale locale) {
    Letter letter() {
      return kind.letter(locale);
    }

    /** Such as {@code new-card.ja}. */
    String name() {
      return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + locale.getLanguage();
    }

    @Override
    public String toString() {
      return name();
    }
  }

  private final PromptKind kind;
  private final Tone tone;

  Samples(PromptKind kind, Tone tone) {
    this.kind = kind;
    this.tone = tone;
  }

  static Stream<Sample> all() {
    return Arrays.stream(values())
        .flatMap(one -> Stream.of(Locale.US, Locale.JAPAN).map(locale -> new Sample(one, locale)));
  }

  private Letter letter(Locale locale) {
    var japanese = locale.getLanguage().equals("ja");
    var brand =
        new Brand(
            japanese ? "もみじ書店" : "Momiji Books",
            japanese ? "株式会社もみじ" : "Momiji K.K.",
            "help@momiji.example",
            null,
            new Colour("#1f4fbf"));
    var customer =
        contact("hanako@example.com", japanese ? "山田 花子" : "Hanako Yamada", locale, "Asia/Tokyo");
    return new LetterWriter(brand, Languages.all()).write(prompt(japanese), customer, aLink());
  }

  private Prompt prompt(boolean japanese) {
    var facts = described(facts(), japanese ? "12月分 定期購読" : "Subscription for December");
    return aPrompt(kind, facts).next(tone == Tone.FIRST ? 0 : 1, tone, NOON);
  }

  private ChargeFacts facts() {
    return switch (this) {
      case SETUP -> withoutSavedCard();
      case NEW_CARD -> declined("card_details");
      default -> aCharge();
    };
  }

  private static ChargeFacts described(ChargeFacts facts, String description) {
    return new ChargeFacts(
        facts.customerReference(),
        facts.paymentIntentId(),
        facts.amount(),
        description,
        facts.card(),
        facts.customerMessageKey(),
        facts.occurredAt(),
        facts.deadline());
  }
}

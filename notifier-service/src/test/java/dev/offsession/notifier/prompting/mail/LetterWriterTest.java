package dev.offsession.notifier.prompting.mail;

import static dev.offsession.notifier.prompting.domain.Examples.aCharge;
import static dev.offsession.notifier.prompting.domain.Examples.aLink;
import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static dev.offsession.notifier.prompting.domain.Examples.aReminder;
import static dev.offsession.notifier.prompting.domain.Examples.charge;
import static dev.offsession.notifier.prompting.domain.Examples.contact;
import static dev.offsession.notifier.prompting.domain.Examples.customer;
import static dev.offsession.notifier.prompting.domain.Examples.declined;
import static dev.offsession.notifier.prompting.domain.Examples.withoutSavedCard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.domain.Colour;
import dev.offsession.notifier.prompting.domain.Money;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.Tone;
import dev.offsession.notifier.prompting.mail.Letter.Fact;
import dev.offsession.notifier.prompting.words.Amounts;
import dev.offsession.notifier.prompting.words.Languages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterWriterTest {
  private final LetterWriter writer = Mails.writer("Momiji Books");

  @Test
  void namesShopAndAmountInTheSubject() {
    assertThat(write(PromptKind.AUTHENTICATE, Locale.US).subject())
        .isEqualTo("Confirm your ¥1,200 payment to Momiji Books");
    assertThat(write(PromptKind.AUTHENTICATE, Locale.JAPAN).subject())
        .isEqualTo("【Momiji Books】お支払い(1,200円)の確認をお願いします");
    assertThat(write(PromptKind.NEW_PAYMENT_METHOD, Locale.JAPAN).subject())
        .isEqualTo("【Momiji Books】お支払い(1,200円)のカードをご確認ください");
  }

  @ParameterizedTest
  @CsvSource({
    "en, The Extraordinarily Long Name Of A Shop Incorporated, 1200, jpy",
    "ja, 株式会社とてもとても長い名前のオンラインショップ東京本店第二営業部, 99999999, jpy",
    "en, Momiji Books, 999999999999, idr",
    "ja, Momiji Books, 999999999999, idr",
    "en, 𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家, 1230, kwd",
  })
  void keepsEverySubjectShort(Locale locale, String shop, long minorUnits, String currency) {
    for (var kind : PromptKind.values()) {
      for (var tone : Tone.values()) {
        var first = aPrompt(kind, charge(new Money(minorUnits, currency), "pm_saved"));
        var prompt = first.next(1, tone, first.facts().occurredAt());

        var subject = Mails.writer(shop).write(prompt, customer(locale), aLink()).subject();

        assertThat(subject.codePointCount(0, subject.length())).isBetween(15, 45);
        assertThat(subject).doesNotContain("{", "�");
      }
    }
  }

  @Test
  void statesTheFactsInEnglish() {
    assertThat(write(PromptKind.AUTHENTICATE, Locale.US).facts())
        .containsExactly(
            new Fact("Amount", "¥1,200 (JPY)"),
            new Fact("For", "Subscription for December"),
            new Fact("Card", "Visa ending in 3184"),
            new Fact("Date", "Monday, November 23, 2026"),
            new Fact("Please finish by", "Monday, November 30, 2026, 6:00 PM JST"));
  }

  @Test
  void statesTheFactsInJapanese() {
    assertThat(write(PromptKind.AUTHENTICATE, Locale.JAPAN).facts())
        .containsExactly(
            new Fact("お支払い金額", "1,200円"),
            new Fact("内容", "Subscription for December"),
            new Fact("カード", "Visa 末尾 3184"),
            new Fact("日付", "2026年11月23日(月)"),
            new Fact("お手続きの期限", "2026年11月30日(月) 18:00 JST"));
  }

  @Test
  void tellsTheDeadlineInTheCustomersOwnTimeZone() {
    var inNewYork = contact("a@example.com", null, Locale.US, "America/New_York");

    var letter = writer.write(aPrompt(), inNewYork, aLink());

    assertThat(letter.facts())
        .contains(new Fact("Please finish by", "Monday, November 30, 2026, 4:00 AM EST"));
  }

  @Test
  void withoutADeadlineItTellsHowLongTheLinkWorks() {
    var letter =
        writer.write(
            aPrompt(PromptKind.NEW_PAYMENT_METHOD, withoutSavedCard()),
            customer(Locale.JAPAN),
            aLink());

    assertThat(letter.facts()).contains(new Fact("リンクの有効期限", "2026年11月30日(月) 21:00 JST"));
  }

  @Test
  void asksForACardToSaveWhenThereIsNoPaymentYet() {
    var prompt = aPrompt(PromptKind.NEW_PAYMENT_METHOD, withoutSavedCard());

    assertThat(writer.write(prompt, customer(Locale.US), aLink()).action())
        .extracting(Letter.Action::button)
        .isEqualTo("Add a card");
    assertThat(writer.write(prompt, customer(Locale.JAPAN), aLink()).action())
        .extracting(Letter.Action::button)
        .isEqualTo("カードを登録する");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generic_decline",
        "insufficient_funds",
        "card_details",
        "authentication",
        "temporary",
        "no_payment_method"
      })
  void explainsEveryDeclineInItsOwnWords(String messageKey) {
    for (var locale : List.of(Locale.US, Locale.JAPAN)) {
      var prompt = aPrompt(PromptKind.NEW_PAYMENT_METHOD, declined(messageKey));

      var paragraphs = writer.write(prompt, customer(locale), aLink()).paragraphs();

      var words = Languages.all().wordsFor(locale);
      assertThat(paragraphs)
          .contains(words.text("declined." + messageKey, "Momiji Books", fullAmount(locale)));
    }
  }

  @Test
  void explainsAnUnknownDeclineAsAGenericOne() {
    var prompt = aPrompt(PromptKind.NEW_PAYMENT_METHOD, declined("newer_than_us"));

    assertThat(writer.write(prompt, customer(Locale.US), aLink()).paragraphs().getFirst())
        .startsWith("Your bank did not accept");
  }

  @Test
  void greetsByNameWhereThereIsOne() {
    assertThat(write(PromptKind.AUTHENTICATE, Locale.JAPAN).greeting()).isEqualTo("山田 花子 様");

    var nameless = contact("a@example.com", null, Locale.JAPAN, "Asia/Tokyo");
    assertThat(writer.write(aPrompt(), nameless, aLink()).greeting()).isEqualTo("お客様");
  }

  @Test
  void aReminderSaysThatItIsOneAndOffersToStop() {
    var letter = writer.write(aReminder(Tone.REMINDER), customer(Locale.US), aLink());

    assertThat(letter.subject()).isEqualTo("Reminder: your ¥1,200 payment to Momiji Books");
    assertThat(letter.heading()).isEqualTo("Your payment is still open");
    assertThat(letter.paragraphs().getFirst()).startsWith("We wrote to you about this payment");
    assertThat(letter.preferences())
        .isEqualTo(
            new Letter.Preferences(
                "Reminders can be switched off here:",
                "https://pay.example/preferences/Pr3f-token"));
  }

  @Test
  void theLastReminderSaysThatTimeIsShort() {
    var letter = writer.write(aReminder(Tone.LAST_REMINDER), customer(Locale.JAPAN), aLink());

    assertThat(letter.subject()).isEqualTo("【Momiji Books】お支払い(1,200円)の期限が近づいています");
    assertThat(letter.paragraphs().get(1)).contains("最後のご案内");
  }

  @Test
  void theFirstPromptCannotBeSwitchedOff() {
    assertThat(write(PromptKind.AUTHENTICATE, Locale.US).preferences()).isNull();
  }

  @Test
  void aReceiptAsksForNothing() {
    var letter = write(PromptKind.RECEIPT, Locale.US);

    assertThat(letter.subject()).isEqualTo("Receipt for your ¥1,200 payment to Momiji Bo…");
    assertThat(letter.action()).isNull();
    assertThat(letter.facts())
        .containsExactly(
            new Fact("Amount", "¥1,200 (JPY)"),
            new Fact("For", "Subscription for December"),
            new Fact("Card", "Visa ending in 3184"),
            new Fact("Paid on", "Monday, November 23, 2026"));
    assertThat(letter.notes())
        .containsExactly("This message confirms the payment. It is not a tax invoice.");
  }

  @Test
  void aFailureTellsThatNothingWasCharged() {
    var letter = write(PromptKind.PAYMENT_FAILED, Locale.JAPAN);

    assertThat(letter.subject()).isEqualTo("【Momiji Books】お支払い(1,200円)は完了しませんでした");
    assertThat(letter.action()).isNull();
    assertThat(String.join("", letter.paragraphs())).contains("ご請求は行われておらず");
  }

  @Test
  void aFreshLinkSaysWhyItComes() {
    var letter = write(PromptKind.FRESH_LINK, Locale.US);

    assertThat(letter.subject()).isEqualTo("New link: your ¥1,200 payment to Momiji Books");
    assertThat(letter.action()).isNotNull();
    assertThat(letter.paragraphs().getFirst()).startsWith("You asked for a new link");
  }

  @Test
  void namesWhoIsBehindTheShop() {
    var brand =
        new Brand("Momiji Books", "Momiji K.K.", "03-1234-5678", null, new Colour("#1f4fbf"));

    var letter =
        new LetterWriter(brand, Languages.all()).write(aPrompt(), customer(Locale.US), aLink());

    assertThat(letter.signature())
        .containsExactly(
            "Momiji Books sent this message automatically. Questions? 03-1234-5678",
            "Sent on behalf of Momiji K.K.");
  }

  @Test
  void speaksEnglishToThoseWhoseLanguageWeLack() {
    assertThat(write(PromptKind.AUTHENTICATE, Locale.forLanguageTag("de-DE")).language())
        .isEqualTo("en");
  }

  @Test
  void speaksAThirdLanguageAsSoonAsItsFileIsThere() {
    var letter = write(PromptKind.AUTHENTICATE, Locale.forLanguageTag("fi-FI"));

    assertThat(letter.subject()).isEqualTo("Vahvista maksusi 1 200 ¥, Momiji Books");
    assertThat(letter.heading()).isEqualTo("Vahvista maksusi");
    assertThat(letter.facts()).contains(new Fact("Date", "maanantaina 23. marraskuuta 2026"));
  }

  private static String fullAmount(Locale locale) {
    return Amounts.full(aCharge().amount(), locale);
  }

  private Letter write(PromptKind kind, Locale locale) {
    return writer.write(aPrompt(kind, aCharge()), customer(locale), aLink());
  }
}

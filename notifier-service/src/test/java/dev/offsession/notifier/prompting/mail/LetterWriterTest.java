package dev.offsession.notifier.prompting.mail;

import static dev.offsession.notifier.prompting.domain.Examples.aCharge;
import static dev.offsession.notifier.prompting.domain.Examples.aLink;
import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static dev.offsession.notifier.prompting.domain.Examples.charge;
import static dev.offsession.notifier.prompting.domain.Examples.customer;
import static dev.offsession.notifier.prompting.domain.Examples.declined;
import static dev.offsession.notifier.prompting.domain.Examples.withoutSavedCard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.Money;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.mail.Letter.Fact;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterWriterTest {
  private final LetterWriter writer = writerFor("Momiji Books");

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
      var prompt = aPrompt(kind, charge(new Money(minorUnits, currency), "pm_saved"));

      var subject = writerFor(shop).write(prompt, customer(locale), aLink()).subject();

      assertThat(subject.codePointCount(0, subject.length())).isBetween(15, 45);
      assertThat(subject).doesNotContain("{", "�");
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
    var inNewYork = new Contact("a@example.com", null, Locale.US, ZoneId.of("America/New_York"));

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

    assertThat(writer.write(prompt, customer(Locale.US), aLink()).button()).isEqualTo("Add a card");
    assertThat(writer.write(prompt, customer(Locale.JAPAN), aLink()).button())
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

      var reason = writer.write(prompt, customer(locale), aLink()).paragraphs().getFirst();

      assertThat(reason)
          .isEqualTo(
              Words.in(locale).text("declined." + messageKey, "Momiji Books", fullAmount(locale)));
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

    var nameless = new Contact("a@example.com", null, Locale.JAPAN, ZoneId.of("Asia/Tokyo"));
    assertThat(writer.write(aPrompt(), nameless, aLink()).greeting()).isEqualTo("お客様");
  }

  @Test
  void speaksEnglishToThoseWhoseLanguageWeLack() {
    assertThat(write(PromptKind.AUTHENTICATE, Locale.forLanguageTag("fi-FI")).language())
        .isEqualTo("en");
  }

  @Test
  void bothLanguagesSayEverything() throws Exception {
    assertThat(keys("mail/words_ja.properties"))
        .as("brand names are the same in Japanese")
        .isEqualTo(
            keys("mail/words.properties").stream()
                .filter(key -> !key.startsWith("brand."))
                .toList());
  }

  private static List<String> keys(String resource) throws Exception {
    var properties = new Properties();
    try (var in = LetterWriterTest.class.getClassLoader().getResourceAsStream(resource)) {
      properties.load(in);
    }
    return List.copyOf(new TreeSet<>(properties.stringPropertyNames()));
  }

  private static String fullAmount(Locale locale) {
    return Amounts.full(aCharge().amount(), locale);
  }

  private Letter write(PromptKind kind, Locale locale) {
    return writer.write(aPrompt(kind, aCharge()), customer(locale), aLink());
  }

  private static LetterWriter writerFor(String shop) {
    return new LetterWriter(Sender.of("pay@momiji.example", shop, "help@momiji.example"));
  }
}

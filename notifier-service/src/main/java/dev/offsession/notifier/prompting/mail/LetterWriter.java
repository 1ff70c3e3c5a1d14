package dev.offsession.notifier.prompting.mail;

import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.LinkPurpose;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.mail.Letter.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says a prompt in the customer's language. */
final class LetterWriter {
  static final int SUBJECT_LENGTH_MAX = 45;
  private static final int SHOP_LENGTH_MIN = 2;
  private static final int DESCRIPTION_LENGTH_MAX = 200;

  private final Sender sender;

  LetterWriter(Sender sender) {
    this.sender = sender;
  }

  Letter write(Prompt prompt, Contact contact, CustomerLink link) {
    var words = Words.in(contact.locale());
    var topic = topicOf(prompt);
    var brief = Amounts.brief(prompt.facts().amount(), words.locale());
    var full = Amounts.full(prompt.facts().amount(), words.locale());
    return new Letter(
        words.language(),
        subject(words, topic, brief),
        words.text(topic + ".preheader"),
        sender.shop(),
        greeting(words, contact.name()),
        words.text(topic + ".heading"),
        paragraphs(words, prompt, topic, full),
        facts(words, prompt.facts(), full, contact, link),
        words.text(topic + ".button", brief),
        words.text("link.introduction"),
        link.url().toString(),
        notes(words, prompt.facts()),
        words.text("signature", sender.shop(), sender.supportContact()));
  }

  private static String topicOf(Prompt prompt) {
    return switch (prompt.kind()) {
      case AUTHENTICATE -> "authenticate";
      case NEW_PAYMENT_METHOD -> prompt.purpose() == LinkPurpose.SETUP ? "setup" : "newcard";
    };
  }

  private String subject(Words words, String topic, String amount) {
    var key = topic + ".subject";
    var room = SUBJECT_LENGTH_MAX - length(words.text(key, "", amount));
    return room < SHOP_LENGTH_MIN
        ? words.text(key + ".brief", amount)
        : words.text(key, SafeText.shortened(sender.shop(), room), amount);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String greeting(Words words, @Nullable String name) {
    var shown = name == null ? "" : SafeText.oneLine(name);
    return shown.isEmpty() ? words.text("greeting.nameless") : words.text("greeting", shown);
  }

  private List<String> paragraphs(Words words, Prompt prompt, String topic, String amount) {
    var paragraphs = new ArrayList<String>();
    if (prompt.kind() == PromptKind.NEW_PAYMENT_METHOD) {
      paragraphs.add(words.text(declineKey(words, prompt.facts()), sender.shop(), amount));
    }
    paragraphs.add(words.text(topic + ".request", sender.shop(), amount));
    return List.copyOf(paragraphs);
  }

  private static String declineKey(Words words, ChargeFacts facts) {
    var key = "declined." + (facts.customerMessageKey() == null ? "" : facts.customerMessageKey());
    return words.has(key) ? key : "declined.generic_decline";
  }

  private static List<Fact> facts(
      Words words, ChargeFacts facts, String amount, Contact contact, CustomerLink link) {
    var lines = new ArrayList<Fact>();
    lines.add(new Fact(words.text("fact.amount"), amount));
    if (facts.description() != null) {
      var shown = SafeText.shortened(SafeText.oneLine(facts.description()), DESCRIPTION_LENGTH_MAX);
      lines.add(new Fact(words.text("fact.description"), shown));
    }
    if (facts.card() != null && facts.card().last4() != null) {
      lines.add(new Fact(words.text("fact.card"), card(words, facts.card())));
    }
    lines.add(new Fact(words.text("fact.date"), words.day(facts.occurredAt(), contact.timeZone())));
    var deadline = facts.deadline();
    if (deadline != null) {
      lines.add(new Fact(words.text("fact.deadline"), words.moment(deadline, contact.timeZone())));
    }
    if (deadline == null || link.expiresAt().isBefore(deadline)) {
      lines.add(
          new Fact(words.text("fact.link"), words.moment(link.expiresAt(), contact.timeZone())));
    }
    return List.copyOf(lines);
  }

  private static String card(Words words, ChargeFacts.Card card) {
    var brand = card.brand() == null ? "" : SafeText.oneLine(card.brand());
    var shown = words.has("brand." + brand) ? words.text("brand." + brand) : capitalized(brand);
    return words.text("card", shown, String.valueOf(card.last4())).strip();
  }

  private static String capitalized(String word) {
    return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private List<String> notes(Words words, ChargeFacts facts) {
    return List.of(
        words.text(facts.deadline() == null ? "note.ignored" : "note.ignored.deadline"),
        words.text("note.safety", sender.shop()));
  }
}

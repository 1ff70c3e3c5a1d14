package dev.offsession.notifier.prompting.mail;

import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.Tone;
import dev.offsession.notifier.prompting.mail.Letter.Action;
import dev.offsession.notifier.prompting.mail.Letter.Look;
import dev.offsession.notifier.prompting.mail.Letter.Preferences;
import dev.offsession.notifier.prompting.words.Amounts;
import dev.offsession.notifier.prompting.words.Languages;
import dev.offsession.notifier.prompting.words.SafeText;
import dev.offsession.notifier.prompting.words.Topic;
import dev.offsession.notifier.prompting.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says a prompt in the customer's language. */
final class LetterWriter {
  static final int SUBJECT_LENGTH_MAX = 45;
  private static final int SHOP_LENGTH_MIN = 2;
  private static final int NAME_LENGTH_MAX = 100;

  private final Brand brand;
  private final Languages languages;

  LetterWriter(Brand brand, Languages languages) {
    this.brand = brand;
    this.languages = languages;
  }

  Letter write(Prompt prompt, Contact contact, CustomerLink link) {
    var words = languages.wordsFor(contact.locale());
    var topic = Topic.of(prompt);
    var opening = Topic.openingOf(prompt.tone(), topic);
    var brief = Amounts.brief(prompt.facts().amount(), words.locale());
    var full = Amounts.full(prompt.facts().amount(), words.locale());
    return new Letter(
        words.language(),
        subject(words, opening, brief),
        words.text(opening + ".preheader"),
        look(),
        greeting(words, contact.name()),
        words.text(opening + ".heading"),
        paragraphs(words, prompt, topic, full),
        FactTable.of(words, prompt, full, contact, link),
        action(words, prompt, topic, brief, link),
        notes(words, prompt),
        preferences(words, prompt, contact),
        signature(words));
  }

  private Look look() {
    return new Look(
        brand.shop(), brand.logo() == null ? null : brand.logo().toString(), brand.accent().hex());
  }

  private String subject(Words words, String opening, String amount) {
    var key = opening + ".subject";
    var room = SUBJECT_LENGTH_MAX - length(words.text(key, "", amount));
    return room < SHOP_LENGTH_MIN
        ? words.text(key + ".brief", amount)
        : words.text(key, SafeText.shortened(brand.shop(), room), amount);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String greeting(Words words, @Nullable String name) {
    var shown = name == null ? "" : SafeText.shortened(SafeText.oneLine(name), NAME_LENGTH_MAX);
    return shown.isEmpty() ? words.text("greeting.nameless") : words.text("greeting", shown);
  }

  private List<String> paragraphs(Words words, Prompt prompt, String topic, String amount) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(words.text("opening"));
    if (prompt.tone().isReminder()) {
      paragraphs.add(words.text(Topic.openingOf(prompt.tone(), topic) + ".lead"));
    }
    if (prompt.kind() == PromptKind.NEW_PAYMENT_METHOD) {
      var reason = Topic.declineOf(prompt.facts(), words);
      paragraphs.add(words.text(reason, brand.shop(), amount));
    }
    paragraphs.add(words.text(topic + ".request", brand.shop(), amount));
    return paragraphs.stream().filter(paragraph -> !paragraph.isBlank()).toList();
  }

  private static @Nullable Action action(
      Words words, Prompt prompt, String topic, String amount, CustomerLink link) {
    return prompt.kind().hasLink()
        ? new Action(
            words.text(topic + ".button", amount),
            words.text("link.introduction"),
            link.url().toString())
        : null;
  }

  private List<String> notes(Words words, Prompt prompt) {
    var safety = words.text("note.safety", brand.shop());
    return switch (prompt.kind()) {
      case RECEIPT -> List.of(words.text("note.receipt"));
      case PAYMENT_FAILED -> List.of(safety);
      case AUTHENTICATE, NEW_PAYMENT_METHOD, FRESH_LINK -> {
        var open = prompt.facts().deadline() == null ? "note.ignored" : "note.ignored.deadline";
        yield List.of(words.text(open), safety);
      }
    };
  }

  private static @Nullable Preferences preferences(Words words, Prompt prompt, Contact contact) {
    var page = contact.preferences();
    return page == null || prompt.tone() == Tone.FIRST
        ? null
        : new Preferences(words.text("preferences"), page.toString());
  }

  private List<String> signature(Words words) {
    var lines = new ArrayList<String>();
    lines.add(words.text("signature", brand.shop(), brand.supportContact()));
    if (brand.legalName() != null) {
      lines.add(words.text("signature.legal", brand.legalName()));
    }
    return List.copyOf(lines);
  }
}

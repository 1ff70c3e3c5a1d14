package dev.offsession.notifier.prompting.mail;

import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.mail.Letter.Fact;
import dev.offsession.notifier.prompting.words.SafeText;
import dev.offsession.notifier.prompting.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines that tell which payment a letter is about, and until when. */
final class FactTable {
  private static final int DESCRIPTION_LENGTH_MAX = 200;

  private FactTable() {}

  static List<Fact> of(
      Words words, Prompt prompt, String amount, Contact contact, CustomerLink link) {
    var facts = prompt.facts();
    var lines = new ArrayList<Fact>();
    lines.add(new Fact(words.text("fact.amount"), amount));
    if (facts.description() != null) {
      var shown = SafeText.shortened(SafeText.oneLine(facts.description()), DESCRIPTION_LENGTH_MAX);
      lines.add(new Fact(words.text("fact.description"), shown));
    }
    if (facts.card() != null && facts.card().last4() != null) {
      lines.add(new Fact(words.text("fact.card"), card(words, facts.card())));
    }
    var date = prompt.kind() == PromptKind.RECEIPT ? "fact.paid" : "fact.date";
    lines.add(new Fact(words.text(date), words.day(facts.occurredAt(), contact.timeZone())));
    if (prompt.kind().hasLink()) {
      lines.addAll(limits(words, facts, contact, link));
    }
    return List.copyOf(lines);
  }

  /** How long the link works is told where the deadline does not say it. */
  private static List<Fact> limits(
      Words words, ChargeFacts facts, Contact contact, CustomerLink link) {
    var limits = new ArrayList<Fact>();
    var deadline = facts.deadline();
    if (deadline != null) {
      limits.add(limit(words, "fact.deadline", deadline, contact));
    }
    if (deadline == null || link.expiresAt().isBefore(deadline)) {
      limits.add(limit(words, "fact.link", link.expiresAt(), contact));
    }
    return limits;
  }

  private static Fact limit(Words words, String label, Instant at, Contact contact) {
    return new Fact(words.text(label), words.moment(at, contact.timeZone()));
  }

  private static String card(Words words, ChargeFacts.Card card) {
    var brand = card.brand() == null ? "" : SafeText.oneLine(card.brand());
    var shown = words.has("brand." + brand) ? words.text("brand." + brand) : capitalized(brand);
    return words.text("card", shown, SafeText.oneLine(String.valueOf(card.last4()))).strip();
  }

  private static String capitalized(String word) {
    return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}

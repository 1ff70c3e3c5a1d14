package dev.offsession.collector.customers.mongo;

import dev.offsession.collector.customers.domain.Contact;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.collector.customers.domain.Picture;
import dev.offsession.collector.customers.domain.SavedCard;
import dev.offsession.collector.customers.domain.SavedMethods;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The customer's document and back: field names are said here and nowhere else. */
final class CustomerDocuments {
  static final String ID = "_id";
  static final String EMAIL = "email";
  static final String NAME = "name";
  static final String LOCALE = "locale";
  static final String TIME_ZONE = "time_zone";
  static final String STRIPE_ID = "stripe_id";
  static final String GENERATION = "generation";
  static final String METHODS = "methods";
  static final String DEFAULT_METHOD = "default_method";
  static final String DEFAULT_SINCE = "default_since";
  static final String SAVED_BY_CUSTOMER = "saved_by_customer";
  static final String METHODS_VERSION = "methods_version";
  static final String CHANGED_AT = "changed_at";
  static final String ERASED = "erased";
  static final String CONSENTS = "consents";
  static final String REMINDERS_MUTED = "reminders_muted";
  static final String PUSH_SUBSCRIPTIONS = "push_subscriptions";

  private CustomerDocuments() {}

  static Customer customer(Document document) {
    return new Customer(
        new CustomerReference(document.getString(ID)),
        contact(document),
        stripeId(document),
        document.getInteger(GENERATION, 0),
        methods(document),
        version(document));
  }

  static Picture picture(Document document) {
    var reference = new CustomerReference(document.getString(ID));
    var stripeId = stripeId(document);
    return document.getBoolean(ERASED, false) || stripeId == null
        ? new Picture.Erased(reference, version(document))
        : new Picture.Methods(
            reference,
            stripeId,
            methods(document),
            version(document),
            document.getDate(CHANGED_AT).toInstant());
  }

  static @Nullable StripeCustomerId stripeId(Document document) {
    var id = document.getString(STRIPE_ID);
    return id == null ? null : new StripeCustomerId(id);
  }

  static long version(Document document) {
    return document.get(METHODS_VERSION, Number.class).longValue();
  }

  static Document contact(Contact contact) {
    return new Document(EMAIL, contact.email())
        .append(NAME, contact.name())
        .append(LOCALE, contact.locale().toLanguageTag())
        .append(TIME_ZONE, contact.timeZone().getId());
  }

  static Document methods(SavedMethods methods) {
    var chosen = methods.defaultMethod();
    return new Document(METHODS, methods.cards().stream().map(CustomerDocuments::card).toList())
        .append(DEFAULT_METHOD, chosen == null ? null : chosen.value())
        .append(DEFAULT_SINCE, Date.from(methods.defaultSince()))
        .append(
            SAVED_BY_CUSTOMER,
            methods.savedByCustomer().stream().map(PaymentMethodId::value).sorted().toList());
  }

  private static Contact contact(Document document) {
    return new Contact(
        document.getString(EMAIL),
        document.getString(NAME),
        Locale.forLanguageTag(document.getString(LOCALE)),
        ZoneId.of(document.getString(TIME_ZONE)));
  }

  private static SavedMethods methods(Document document) {
    var chosen = document.getString(DEFAULT_METHOD);
    var since = document.getDate(DEFAULT_SINCE);
    return new SavedMethods(
        document.getList(METHODS, Document.class, List.of()).stream()
            .map(CustomerDocuments::card)
            .toList(),
        chosen == null ? null : new PaymentMethodId(chosen),
        since == null ? Instant.EPOCH : since.toInstant(),
        savedByCustomer(document));
  }

  private static Set<PaymentMethodId> savedByCustomer(Document document) {
    return document.getList(SAVED_BY_CUSTOMER, String.class, List.of()).stream()
        .map(PaymentMethodId::new)
        .collect(Collectors.toSet());
  }

  private static Document card(SavedCard card) {
    return new Document("id", card.id().value())
        .append("brand", card.brand())
        .append("last4", card.last4())
        .append("exp_month", card.expMonth())
        .append("exp_year", card.expYear())
        .append("fingerprint", card.fingerprint())
        .append("created_at", Date.from(card.createdAt()));
  }

  private static SavedCard card(Document card) {
    return new SavedCard(
        new PaymentMethodId(card.getString("id")),
        card.getString("brand"),
        card.getString("last4"),
        card.getInteger("exp_month"),
        card.getInteger("exp_year"),
        card.getString("fingerprint"),
        card.getDate("created_at").toInstant());
  }
}

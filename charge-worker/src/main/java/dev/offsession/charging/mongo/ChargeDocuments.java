package dev.offsession.charging.mongo;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeEvent;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.Fingerprint;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.StateName;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/**
 * A charge as one document. Metadata is kept as a list of pairs, because its keys may hold dots and
 * dollars, which mean something to MongoDB.
 */
final class ChargeDocuments {
  static final String ID = "_id";
  static final String FINGERPRINT = "fingerprint";
  static final String CUSTOMER = "customer_reference";
  static final String STATE = "state";
  static final String INTENT = "payment_intent_id";
  static final String VERSION = "version";
  static final String FENCE = "fence";
  static final String DUE_AT = "due_at";
  static final String OUTBOX = "outbox";
  static final String SEEN_EVENTS = "seen_events";
  static final String HISTORY = "history";
  static final String RECEIVED_AT = "received_at";
  static final String CANCELED_AHEAD = "CANCELED_AHEAD";

  private ChargeDocuments() {}

  /** A new charge, held under the first fence. */
  static Document newborn(Decision birth, Instant leaseEnds) {
    Charge charge = birth.charge();
    ChargeRequest request = charge.request();
    Document document =
        new Document(ID, request.id().value())
            .append(FINGERPRINT, Fingerprint.of(request).hex())
            .append(CUSTOMER, request.customer().value())
            .append("request", request(request))
            .append(RECEIVED_AT, Date.from(charge.receivedAt()))
            .append(FENCE, 1L)
            .append(VERSION, 1L)
            .append(DUE_AT, Date.from(leaseEnds))
            .append(OUTBOX, outbox(birth.events()))
            .append(SEEN_EVENTS, List.of())
            .append(HISTORY, List.of(history(charge, birth.why(), charge.receivedAt())));
    document.putAll(changing(charge));
    return document;
  }

  /** The fields that change with the state; an empty one is null here, to be unset. */
  static Document changing(Charge charge) {
    Document document =
        new Document(STATE, charge.stateName().name())
            .append("detail", StateDocuments.of(charge.state()))
            .append("attempts", PartDocuments.of(charge.attempts()))
            .append("unanswered_looks", charge.unansweredLooks())
            .append("sequence", charge.sequence());
    Fields.put(document, INTENT, charge.intent().map(intent -> intent.id().value()));
    Fields.put(document, "card", charge.card().map(PartDocuments::of));
    Fields.put(document, "known_default", charge.knownDefault().map(PaymentMethodId::value));
    Fields.put(document, "closing", charge.closing().map(PartDocuments::of));
    Fields.put(document, "wake_at", charge.wakeAt());
    return document;
  }

  static Document history(Charge charge, String why, Instant at) {
    return new Document("at", Date.from(at))
        .append(STATE, charge.stateName().name())
        .append("attempt", charge.attempts().number())
        .append("why", why);
  }

  static List<Document> outbox(List<ChargeEvent> events) {
    return events.stream().map(EventDocuments::of).toList();
  }

  static HeldCharge held(Document document) {
    return new HeldCharge(
        charge(document),
        Fields.documents(document, OUTBOX).stream().map(EventDocuments::read).toList(),
        Set.copyOf(document.getList(SEEN_EVENTS, String.class, List.of())),
        Fields.number(document, FENCE),
        Fields.number(document, VERSION));
  }

  static Charge charge(Document document) {
    return new Charge(
        request(document),
        Fields.instant(document, RECEIVED_AT),
        StateDocuments.read(
            StateName.valueOf(Fields.text(document, STATE)), Fields.document(document, "detail")),
        PartDocuments.attempts(Fields.document(document, "attempts")),
        Fields.maybeDocument(document, "card").map(PartDocuments::card),
        Fields.maybeText(document, "known_default").map(PaymentMethodId::new),
        Fields.maybeDocument(document, "closing").map(PartDocuments::closing),
        document.getInteger("unanswered_looks", 0),
        Fields.number(document, "sequence"),
        Fields.maybeInstant(document, "wake_at"));
  }

  private static Document request(ChargeRequest request) {
    Document document =
        new Document("amount_minor", request.amountMinor())
            .append("currency", request.currency())
            .append("requested_at", Date.from(request.requestedAt()))
            .append(
                "metadata",
                request.metadata().entrySet().stream()
                    .map(pair -> new Document("k", pair.getKey()).append("v", pair.getValue()))
                    .toList());
    Fields.put(document, "payment_method_id", request.paymentMethodId());
    Fields.put(document, "description", request.description());
    Fields.put(document, "statement_descriptor_suffix", request.statementDescriptorSuffix());
    Fields.put(document, "expires_at", request.expiresAt());
    Fields.put(document, "trace", request.trace());
    return document;
  }

  private static ChargeRequest request(Document charge) {
    Document document = Fields.document(charge, "request");
    TreeMap<String, String> metadata = new TreeMap<>();
    Fields.documents(document, "metadata")
        .forEach(pair -> metadata.put(Fields.text(pair, "k"), Fields.text(pair, "v")));
    return new ChargeRequest(
        new ChargeRequestId(Fields.text(charge, ID)),
        new CustomerReference(Fields.text(charge, CUSTOMER)),
        Fields.number(document, "amount_minor"),
        Fields.text(document, "currency"),
        Fields.maybeText(document, "payment_method_id"),
        Fields.maybeText(document, "description"),
        Fields.maybeText(document, "statement_descriptor_suffix"),
        metadata,
        Fields.maybeInstant(document, "expires_at"),
        Fields.instant(document, "requested_at"),
        Fields.maybeText(document, "trace"));
  }
}

package dev.offsession.notifier.prompting.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.Occasion;
import dev.offsession.notifier.prompting.domain.Progress;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptId;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.PromptStatus;
import dev.offsession.notifier.prompting.domain.PromptStatus.Finished;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import dev.offsession.notifier.prompting.domain.PromptStatus.Waiting;
import dev.offsession.notifier.prompting.domain.RequestId;
import dev.offsession.notifier.prompting.domain.Tone;
import dev.offsession.platform.mongo.DueClaims;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A prompt as it is stored. */
final class PromptDocument {
  static final String REQUEST_ID = "request_id";
  static final String EPISODE = "episode";
  static final String STATUS = "status";
  static final String UNANSWERED = "unanswered";
  static final String WAITING = "WAITING";

  private static final String FRESH_LINK = "fresh_link";
  private static final String STEP = "step";
  private static final String CHANNEL = "channel";
  private static final String TONE = "tone";
  private static final String PLANNED_FOR = "planned_for";
  private static final String ATTEMPTS = "attempts";
  private static final String PUSH_FAILED = "push_failed";
  private static final String MAIL_REFUSED = "mail_refused";
  private static final String REASON = "reason";
  private static final String ENDED_AT = "ended_at";
  private static final String SENT = "SENT";
  private static final String FAILED = "FAILED";
  private static final String SUPPRESSED = "SUPPRESSED";

  private PromptDocument() {}

  static Document of(Prompt prompt) {
    var document =
        new Document("_id", prompt.id().thread())
            .append(REQUEST_ID, prompt.id().request().value())
            .append(EPISODE, prompt.id().occasion().episode())
            .append(FRESH_LINK, prompt.id().occasion().freshLink())
            .append("kind", prompt.kind().name())
            .append("charge", ChargeDocument.of(prompt.facts()))
            .append(DueClaims.FENCE, 0L)
            .append(DueClaims.DUE_AT, Date.from(dueAt(prompt.status())))
            .append(STATUS, statusName(prompt.status()));
    document.putAll(progressFields(prompt));
    return document;
  }

  static Prompt read(Document document) {
    return new Prompt(
        id(document),
        PromptKind.valueOf(document.getString("kind")),
        ChargeDocument.read(Objects.requireNonNull(document.get("charge", Document.class))),
        status(document),
        new Progress(
            Tone.valueOf(document.getString(TONE)),
            instant(document, PLANNED_FOR),
            document.getInteger(ATTEMPTS),
            document.getInteger(UNANSWERED),
            document.getBoolean(PUSH_FAILED),
            document.getBoolean(MAIL_REFUSED)));
  }

  private static PromptId id(Document document) {
    return new PromptId(
        new RequestId(document.getString(REQUEST_ID)),
        new Occasion(document.getLong(EPISODE), document.getInteger(FRESH_LINK)),
        document.getInteger(STEP),
        Channel.valueOf(document.getString(CHANNEL)));
  }

  /** What moves while a prompt is delivered and followed by the next. */
  static Bson progress(Prompt prompt) {
    return new Document("$set", progressFields(prompt));
  }

  private static Document progressFields(Prompt prompt) {
    var progress = prompt.progress();
    return new Document(STEP, prompt.id().step())
        .append(CHANNEL, prompt.id().channel().name())
        .append(TONE, progress.tone().name())
        .append(PLANNED_FOR, Date.from(progress.plannedFor()))
        .append(ATTEMPTS, progress.attempts())
        .append(UNANSWERED, progress.unanswered())
        .append(PUSH_FAILED, progress.pushFailed())
        .append(MAIL_REFUSED, progress.mailRefused());
  }

  /** A waiting prompt is given back until it is due; a finished one stays with its holder. */
  static Bson status(Prompt prompt) {
    return switch (prompt.status()) {
      case Waiting(var dueAt) ->
          combine(
              set(STATUS, WAITING),
              set(DueClaims.DUE_AT, Date.from(dueAt)),
              unset(ENDED_AT),
              unset(REASON));
      case Finished ended -> ended(ended);
    };
  }

  static Bson ended(Finished ended) {
    return combine(
        set(STATUS, statusName(ended)),
        set(ENDED_AT, Date.from(ended.at())),
        reason(ended.outcome()));
  }

  private static Bson reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent _ -> unset(REASON);
      case Outcome.Failed(var reason) -> set(REASON, reason);
      case Outcome.Suppressed(var reason) -> set(REASON, reason);
    };
  }

  private static Instant dueAt(PromptStatus status) {
    return switch (status) {
      case Waiting(var dueAt) -> dueAt;
      case Finished(_, var at) -> at;
    };
  }

  private static String statusName(PromptStatus status) {
    return switch (status) {
      case Waiting _ -> WAITING;
      case Finished(Outcome.Sent _, _) -> SENT;
      case Finished(Outcome.Failed _, _) -> FAILED;
      case Finished(Outcome.Suppressed _, _) -> SUPPRESSED;
    };
  }

  private static PromptStatus status(Document document) {
    var name = document.getString(STATUS);
    return switch (name) {
      case WAITING -> new Waiting(instant(document, DueClaims.DUE_AT));
      case SENT -> new Finished(new Outcome.Sent(), endedAt(document));
      case FAILED -> new Finished(new Outcome.Failed(reason(document)), endedAt(document));
      case SUPPRESSED -> new Finished(new Outcome.Suppressed(reason(document)), endedAt(document));
      default -> throw new IllegalStateException("a prompt is never " + name);
    };
  }

  private static Instant endedAt(Document document) {
    return instant(document, ENDED_AT);
  }

  private static String reason(Document document) {
    return Objects.requireNonNull(document.getString(REASON));
  }

  private static Instant instant(Document document, String field) {
    return Objects.requireNonNull(document.getDate(field)).toInstant();
  }
}

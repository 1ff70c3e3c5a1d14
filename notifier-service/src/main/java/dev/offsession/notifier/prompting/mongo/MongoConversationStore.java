package dev.offsession.notifier.prompting.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.notifier.prompting.domain.Conversation;
import dev.offsession.notifier.prompting.domain.Conversation.Asking;
import dev.offsession.notifier.prompting.domain.Conversation.Silent;
import dev.offsession.notifier.prompting.domain.ConversationStore;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.RequestId;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Conversations in MongoDB, one small document for each charge that ever needed a word. */
public final class MongoConversationStore implements ConversationStore {
  private static final String HEARD_UP_TO = "heard_up_to";
  private static final String EPISODE = "episode";
  private static final String KIND = "kind";
  private static final String PAYMENT_METHOD_ID = "payment_method_id";
  private static final String FRESH_LINKS = "fresh_links";
  private static final String FRESH_LINK_AT = "fresh_link_at";

  private final MongoCollection<Document> conversations;

  /** Conversations in this database. */
  public MongoConversationStore(MongoDatabase database) {
    this.conversations = database.getCollection("conversations");
  }

  @Override
  public Conversation find(RequestId request) {
    var found = Mono.from(conversations.find(eq("_id", request.value())).first()).block();
    return found == null ? Conversation.notBegun(request) : read(request, found);
  }

  @Override
  public boolean replace(Conversation known, Conversation next) {
    return known.heardUpTo() == 0 ? begin(next) : goOn(known, next);
  }

  private boolean begin(Conversation next) {
    try {
      Mono.from(conversations.insertOne(document(next))).block();
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private boolean goOn(Conversation known, Conversation next) {
    var result = Mono.from(conversations.replaceOne(unchanged(known), document(next))).block();
    return result != null && result.getMatchedCount() == 1;
  }

  private static Bson unchanged(Conversation known) {
    var sameNews = and(eq("_id", known.request().value()), eq(HEARD_UP_TO, known.heardUpTo()));
    return known instanceof Asking asking
        ? and(sameNews, eq(FRESH_LINKS, asking.freshLinks()))
        : sameNews;
  }

  private static Document document(Conversation conversation) {
    var document =
        new Document("_id", conversation.request().value())
            .append(HEARD_UP_TO, conversation.heardUpTo());
    return switch (conversation) {
      case Silent _ -> document;
      case Asking asking ->
          document
              .append(EPISODE, asking.episode())
              .append(KIND, asking.kind().name())
              .append(PAYMENT_METHOD_ID, asking.paymentMethodId())
              .append(FRESH_LINKS, asking.freshLinks())
              .append(FRESH_LINK_AT, asking.freshLinkAt());
    };
  }

  private static Conversation read(RequestId request, Document document) {
    var heardUpTo = document.getLong(HEARD_UP_TO);
    var freshLinkAt = document.getDate(FRESH_LINK_AT);
    return document.containsKey(EPISODE)
        ? new Asking(
            request,
            heardUpTo,
            document.getLong(EPISODE),
            PromptKind.valueOf(document.getString(KIND)),
            document.getString(PAYMENT_METHOD_ID),
            document.getInteger(FRESH_LINKS),
            freshLinkAt == null ? null : freshLinkAt.toInstant())
        : new Silent(request, heardUpTo);
  }
}

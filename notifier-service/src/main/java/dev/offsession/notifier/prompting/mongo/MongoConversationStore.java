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
import reactor.core.publisher.Mono;

/** Conversations in MongoDB, one small document for each charge that ever needed a word. */
public final class MongoConversationStore implements ConversationStore {
  private static final String HEARD_UP_TO = "heard_up_to";
  private static final String EPISODE = "episode";
  private static final String KIND = "kind";
  private static final String PAYMENT_METHOD_ID = "payment_method_id";

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
    var unchanged = and(eq("_id", known.request().value()), eq(HEARD_UP_TO, known.heardUpTo()));
    var result = Mono.from(conversations.replaceOne(unchanged, document(next))).block();
    return result != null && result.getMatchedCount() == 1;
  }

  private static Document document(Conversation conversation) {
    var document =
        new Document("_id", conversation.request().value())
            .append(HEARD_UP_TO, conversation.heardUpTo());
    return switch (conversation) {
      case Silent _ -> document;
      case Asking(_, _, var episode, var kind, var paymentMethodId) ->
          document
              .append(EPISODE, episode)
              .append(KIND, kind.name())
              .append(PAYMENT_METHOD_ID, paymentMethodId);
    };
  }

  private static Conversation read(RequestId request, Document document) {
    var heardUpTo = document.getLong(HEARD_UP_TO);
    return document.containsKey(EPISODE)
        ? new Asking(
            request,
            heardUpTo,
            document.getLong(EPISODE),
            PromptKind.valueOf(document.getString(KIND)),
            document.getString(PAYMENT_METHOD_ID))
        : new Silent(request, heardUpTo);
  }
}

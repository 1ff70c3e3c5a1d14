package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.Conversation;
import dev.offsession.notifier.prompting.domain.ConversationStore;
import dev.offsession.notifier.prompting.domain.RequestId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Conversations in memory, which may lose a race or die before a write. */
final class InMemoryConversations implements ConversationStore {
  private final Map<RequestId, Conversation> stored = new ConcurrentHashMap<>();
  private int crashes;
  private int races;

  void crashAtNextWrite() {
    crashes = 1;
  }

  void loseNextRaces(int count) {
    races = count;
  }

  @Override
  public Conversation find(RequestId request) {
    return stored.getOrDefault(request, Conversation.notBegun(request));
  }

  @Override
  public synchronized boolean replace(Conversation known, Conversation next) {
    if (crashes-- > 0) {
      throw new IllegalStateException("crashed before the conversation was stored");
    }
    if (races-- > 0 || !find(known.request()).equals(known)) {
      return false;
    }
    stored.put(known.request(), next);
    return true;
  }
}

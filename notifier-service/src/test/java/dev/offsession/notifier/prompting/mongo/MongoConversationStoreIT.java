package dev.offsession.notifier.prompting.mongo;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;
import static dev.offsession.notifier.prompting.domain.Examples.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.offsession.notifier.prompting.domain.Conversation;
import dev.offsession.notifier.prompting.domain.Conversation.Asking;
import dev.offsession.notifier.prompting.domain.Conversation.Silent;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.parts.SharedParts;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoConversationStoreIT {
  private static final Conversation NOT_BEGUN = Conversation.notBegun(ORDER);
  private static final Asking ASKING = Asking.begun(ORDER, 2, PromptKind.AUTHENTICATE, "pm_1");

  private final MongoClient client = MongoClients.create(SharedParts.mongo().uri());
  private final MongoConversationStore store =
      new MongoConversationStore(client.getDatabase("conversations_" + UUID.randomUUID()));

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(store.find(ORDER)).isEqualTo(NOT_BEGUN);
  }

  @Test
  void givesBackWhatWasAskedAndThatItIsOver() {
    assertThat(store.replace(NOT_BEGUN, ASKING)).isTrue();
    assertThat(store.find(ORDER)).isEqualTo(ASKING);

    assertThat(store.replace(ASKING, new Silent(ORDER, 3))).isTrue();
    assertThat(store.find(ORDER)).isEqualTo(new Silent(ORDER, 3));
  }

  @Test
  void givesBackANeedWithoutACard() {
    var withoutCard = Asking.begun(ORDER, 1, PromptKind.NEW_PAYMENT_METHOD, null);

    store.replace(NOT_BEGUN, withoutCard);

    assertThat(store.find(ORDER)).isEqualTo(withoutCard);
  }

  @Test
  void grantsOneOfTwoFreshLinks() {
    store.replace(NOT_BEGUN, ASKING);

    assertThat(store.replace(ASKING, ASKING.freshLinkGranted(NOON))).isTrue();
    assertThat(store.replace(ASKING, ASKING.freshLinkGranted(NOON))).isFalse();
    assertThat(store.replace(ASKING, ASKING.heard(3))).isFalse();

    assertThat(store.find(ORDER)).isEqualTo(ASKING.freshLinkGranted(NOON));
  }

  @Test
  void letsOneOfTwoBegin() {
    assertThat(store.replace(NOT_BEGUN, ASKING)).isTrue();
    assertThat(store.replace(NOT_BEGUN, new Silent(ORDER, 1))).isFalse();

    assertThat(store.find(ORDER)).isEqualTo(ASKING);
  }

  @Test
  void letsOneOfTwoGoOn() {
    store.replace(NOT_BEGUN, ASKING);

    assertThat(store.replace(ASKING, new Silent(ORDER, 4))).isTrue();
    assertThat(store.replace(ASKING, new Silent(ORDER, 3))).isFalse();

    assertThat(store.find(ORDER)).isEqualTo(new Silent(ORDER, 4));
  }
}

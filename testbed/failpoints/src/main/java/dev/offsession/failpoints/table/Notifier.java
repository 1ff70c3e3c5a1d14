package dev.offsession.failpoints.table;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.table.Failpoints.Rows;
import java.util.List;

/** notifier-service between the news and the audit trail. */
final class Notifier {
  private static final String PROMPTING = "dev.offsession.notifier.prompting.";
  private static final String PROMPTS = PROMPTING + "mongo.MongoPromptStore";

  private Notifier() {}

  static List<Failpoint> points() {
    return new Rows("notifier")
        .before("hear", PROMPTING + "kafka.ChargeEventListener", "hear", "REQUIRED")
        .around("prompt.add", PROMPTS, "add")
        .around("conversation", PROMPTING + "mongo.MongoConversationStore", "replace")
        .after("hear", PROMPTING + "kafka.ChargeEventListener", "hear", "REQUIRED")
        .after("hear.commit", WorkerIntake.CONSUMER, "commitSync", "charge-events-")
        .after("claim", PROMPTS, "claimDue", "Claim[")
        .around("link", PROMPTING + "http.PaymentCollectorClient", "issueFor")
        .around("look", PROMPTING + "http.ChargeWorkerClient", "stateOf")
        .around("note", PROMPTS, "noteHandOver")
        .around("send", PROMPTING + "mail.SmtpPromptSender", "send")
        .around("save", PROMPTS, "save")
        .around("journal", PROMPTING + "kafka.KafkaPromptJournal", "publish")
        .around("close", PROMPTS, "close")
        .list();
  }
}

package dev.offsession.localstack.inbox;

import dev.offsession.parts.push.ReceivedPush;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The inbox for programs: {@code {"data": [mail, …]}}, oldest first. */
final class InboxJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private InboxJson() {}

  static String of(List<InboxMessage> messages) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode data = answer.putArray("data");
    messages.forEach(message -> data.add(json(message)));
    return JSON.writeValueAsString(answer);
  }

  /** {@code {"data": [push, …]}}, oldest first; {@code payload} is what the device read. */
  static String ofPushes(List<ReceivedPush> pushes) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode data = answer.putArray("data");
    pushes.forEach(push -> data.add(json(push)));
    return JSON.writeValueAsString(answer);
  }

  private static ObjectNode json(ReceivedPush push) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", push.id());
    json.put("subscription", push.subscription());
    json.put("ttl", push.ttl());
    json.put("urgency", push.urgency());
    json.put("topic", push.topic());
    json.put("received_at", push.receivedAt().toString());
    json.set("payload", PushNote.json(push));
    return json;
  }

  private static ObjectNode json(InboxMessage message) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", message.id());
    json.put("message_id", message.messageId());
    json.put("from", message.from());
    message.to().forEach(json.putArray("to")::add);
    json.put("subject", message.subject());
    json.put("received_at", message.receivedAt().toString());
    json.put("text", message.text());
    json.put("html", message.html());
    message.links().forEach(json.putArray("links")::add);
    return json;
  }
}

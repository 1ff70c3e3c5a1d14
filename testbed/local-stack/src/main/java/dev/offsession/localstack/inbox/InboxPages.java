package dev.offsession.localstack.inbox;

import dev.offsession.parts.push.ReceivedPush;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The inbox as HTML: a list of mails and pushes, one mail with its HTML part locked in a sandboxed
 * frame, and one push as a device would show it.
 */
final class InboxPages {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
      body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
      table { width: 100%; border-collapse: collapse }
      th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8884 }
      iframe { width: 100%; height: 36rem; border: 1px solid #8886; background: #fff }
      .note { max-width: 26rem; padding: 1rem 1.2rem; border: 1px solid #8886; border-radius: 12px }
      .note a { display: block; color: inherit; text-decoration: none }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; border: 1px solid #8886 }
      """;

  private InboxPages() {}

  static String list(List<InboxMessage> messages, List<ReceivedPush> pushes) {
    return page("Inbox", mails(messages) + pushes(pushes));
  }

  private static String mails(List<InboxMessage> messages) {
    return messages.isEmpty()
        ? "<p>No mail yet. The customers' mails of this stack arrive here, nowhere else.</p>"
        : table("Mail", "To", messages.reversed().stream().map(InboxPages::row));
  }

  private static String pushes(List<ReceivedPush> pushes) {
    return pushes.isEmpty()
        ? ""
        : table(
            "Push", "Device", pushes.reversed().stream().map(PushNote::of).map(InboxPages::row));
  }

  private static String table(String what, String whom, Stream<String> rows) {
    return "<table><thead><tr><th>%s</th><th>%s</th><th>Received</th></tr></thead><tbody>"
            .formatted(what, whom)
        + rows.collect(Collectors.joining("\n"))
        + "</tbody></table>";
  }

  private static String row(PushNote note) {
    return "<tr><td><a href=\"/pushes/%s\">%s</a></td><td>%s</td><td>%s</td></tr>"
        .formatted(
            escape(note.push().id()),
            escape(note.title()),
            escape(note.push().subscription()),
            note.push().receivedAt());
  }

  /** As a locked screen would show it; a click opens the link. */
  static String push(PushNote note) {
    return page(
        note.title(),
        """
        <p><a href="/">All mails and pushes</a></p>
        <div class="note" lang="%s"><a href="%s" target="_blank" rel="noreferrer"><strong>%s</strong><br>%s</a></div>
        <p>Urgency %s, kept for %d s, topic %s</p>
        """
            .formatted(
                escape(note.lang()),
                escape(note.link()),
                escape(note.title()),
                escape(note.body()),
                escape(note.push().urgency()),
                note.push().ttl(),
                escape(note.push().topic())));
  }

  private static String row(InboxMessage message) {
    return "<tr><td><a href=\"/messages/%s\">%s</a></td><td>%s</td><td>%s</td></tr>"
        .formatted(
            message.id(),
            escape(message.subject()),
            escape(String.join(", ", message.to())),
            message.receivedAt());
  }

  static String message(InboxMessage message) {
    return page(
        message.subject(),
        """
        <p><a href="/">All mails</a></p>
        <p>From %s to %s</p>
        <h2>HTML</h2>
        <iframe title="HTML part" src="/messages/%s/html"
          sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
        <h2>Text</h2>
        <pre>%s</pre>
        """
            .formatted(
                escape(message.from()),
                escape(String.join(", ", message.to())),
                message.id(),
                withLinks(escape(message.text()))));
  }

  private static String withLinks(String escaped) {
    return escaped.replaceAll(
        "https?://[^\\s<>\"]+", "<a href=\"$0\" target=\"_blank\" rel=\"noreferrer\">$0</a>");
  }

  private static String page(String title, String body) {
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><meta http-equiv="refresh" content="10">
    <meta name="viewport" content="width=device-width"><title>%1$s</title>
    <style>%2$s</style></head>
    <body><main><h1>%1$s</h1>
    %3$s
    </main></body></html>
    """
        .formatted(escape(title), STYLE, body);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

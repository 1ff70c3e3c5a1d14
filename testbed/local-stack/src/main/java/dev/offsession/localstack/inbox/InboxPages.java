package dev.offsession.localstack.inbox;

import java.util.List;
import java.util.stream.Collectors;

/** The inbox as HTML: a list, and one mail with its HTML part locked in a sandboxed frame. */
final class InboxPages {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
      body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
      table { width: 100%; border-collapse: collapse }
      th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8884 }
      iframe { width: 100%; height: 36rem; border: 1px solid #8886; background: #fff }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; border: 1px solid #8886 }
      """;

  private InboxPages() {}

  static String list(List<InboxMessage> messages) {
    String rows =
        messages.reversed().stream().map(InboxPages::row).collect(Collectors.joining("\n"));
    return page(
        "Inbox",
        messages.isEmpty()
            ? "<p>No mail yet. The customers' mails of this stack arrive here, nowhere else.</p>"
            : "<table><thead><tr><th>Mail</th><th>To</th><th>Received</th></tr></thead><tbody>"
                + rows
                + "</tbody></table>");
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

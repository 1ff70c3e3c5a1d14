package dev.offsession.localstack.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.offsession.parts.push.ReceivedPush;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InboxTest {
  private static final String LINK = "http://127.0.0.1:8080/pay/abc";

  private final Inbox inbox = Inbox.start(0, 0);

  @AfterEach
  void stop() {
    inbox.close();
  }

  @Test
  void tellsProgramsOfEachMailInItsOrder() throws Exception {
    send("a@customer.example", "First");
    send("b@customer.example", "ご確認");

    JsonNode mails = new JsonMapper().readTree(get("/api/messages").body()).path("data");

    assertThat(mails.size()).isEqualTo(2);
    assertThat(mails.path(0).path("subject").asString()).isEqualTo("First");
    assertThat(mails.path(1).path("subject").asString()).isEqualTo("ご確認");
    assertThat(mails.path(1).path("id").asString()).isEqualTo("2");
    assertThat(mails.path(0).path("links").path(0).asString()).isEqualTo(LINK);
  }

  @Test
  void findsTheMailsOfOneRecipient() throws Exception {
    send("a@customer.example", "For a");
    send("b@customer.example", "For b");

    JsonNode mails =
        new JsonMapper().readTree(get("/api/messages?to=b@customer.example").body()).path("data");

    assertThat(mails.size()).isEqualTo(1);
    assertThat(mails.path(0).path("subject").asString()).isEqualTo("For b");
  }

  @Test
  void countsAMailThatWasSentTwiceTwice() throws Exception {
    send("a@customer.example", "Same");
    send("a@customer.example", "Same");

    get("/api/messages");

    assertThat(new JsonMapper().readTree(get("/api/messages").body()).path("data").size())
        .isEqualTo(2);
  }

  @Test
  void locksTheHtmlPartInASandbox() throws Exception {
    send("a@customer.example", "Hello");
    get("/api/messages");

    assertThat(get("/messages/1").body()).contains("sandbox=\"allow-popups");
    HttpResponse<String> html = get("/messages/1/html");
    assertThat(html.body()).contains("<script>");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox", "default-src 'none'")
        .doesNotContain("allow-scripts");
  }

  @Test
  void escapesWhatTheListShows() throws Exception {
    send("a@customer.example", "<b>bold</b>");

    assertThat(get("/").body()).contains("&lt;b&gt;bold").doesNotContain("<b>bold");
  }

  @Test
  void makesDevicesAndShowsWhatTheyGot() throws Exception {
    JsonNode device = new JsonMapper().readTree(post("/push/subscriptions", "").body());
    HttpResponse<String> refused =
        post(URI.create(device.path("endpoint").asString()).getPath(), "not encrypted");

    assertThat(device.path("endpoint").asString()).startsWith(inbox.url() + "/push/to/");
    assertThat(refused.statusCode()).as("it is a push service, not a bucket").isEqualTo(400);
    assertThat(new JsonMapper().readTree(get("/api/pushes").body()).path("data").size()).isZero();
    assertThat(get("/pushes/1").statusCode()).isEqualTo(404);
  }

  @Test
  void showsAPushAsADeviceWouldAndNeverObeysIt() {
    ReceivedPush push =
        new ReceivedPush(
            "1",
            "device",
            "{\"title\":\"<b>Shop</b>\",\"body\":\"Tap\",\"url\":\"javascript:alert(1)\",\"lang\":\"en\"}",
            60,
            "high",
            "topic",
            "key",
            Instant.EPOCH);

    assertThat(InboxPages.push(PushNote.of(push)))
        .contains("&lt;b&gt;Shop", "href=\"#\"", "Urgency high, kept for 60 s")
        .doesNotContain("javascript:", "<b>Shop");
    assertThat(InboxPages.list(List.of(), List.of(push))).contains("/pushes/1", "&lt;b&gt;Shop");
  }

  @Test
  void hasNoPageForAMailThatNeverCame() throws Exception {
    assertThat(get("/messages/9").statusCode()).isEqualTo(404);
    assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(inbox.url().resolve(path))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(inbox.url().resolve(path)).build(), BodyHandlers.ofString());
    }
  }

  private void send(String to, String subject) throws Exception {
    Session session =
        GreenMailUtil.getSession(
            new ServerSetup(inbox.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    MimeBodyPart text = new MimeBodyPart();
    text.setText("Please confirm: " + LINK + "\n", "utf-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setContent("<script>alert(1)</script><a href='" + LINK + "'>Go</a>", "text/html");
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom("shop@shop.example");
    mail.setRecipients(RecipientType.TO, to);
    mail.setSubject(subject, "utf-8");
    mail.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(mail);
  }
}

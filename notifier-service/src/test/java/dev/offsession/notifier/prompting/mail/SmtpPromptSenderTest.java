package dev.offsession.notifier.prompting.mail;

import static dev.offsession.notifier.prompting.domain.Examples.aCharge;
import static dev.offsession.notifier.prompting.domain.Examples.aLink;
import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static dev.offsession.notifier.prompting.domain.Examples.aReminder;
import static dev.offsession.notifier.prompting.domain.Examples.brand;
import static dev.offsession.notifier.prompting.domain.Examples.charge;
import static dev.offsession.notifier.prompting.domain.Examples.contact;
import static dev.offsession.notifier.prompting.domain.Examples.customer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.domain.Colour;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.Money;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.Tone;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpPromptSenderTest {
  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private SmtpConnections connections;

  @BeforeEach
  void startMailServer() {
    mailServer.start();
    connections = Mails.connections(mailServer.getSmtp().getPort());
  }

  @AfterEach
  void stopMailServer() {
    connections.close();
    mailServer.stop();
  }

  @Test
  void arrivesAsTextAndHtmlInEnglish() throws Exception {
    assertThat(send(Locale.US)).isInstanceOf(DeliveryResult.Accepted.class);

    var mail = received();
    assertThat(mail.getSubject()).isEqualTo("Confirm your ¥1,200 payment to Momiji Books");
    assertThat(Mails.text(mail))
        .contains(
            "Hello 山田 花子,",
            "Confirm your ¥1,200 payment:\n" + aLink().url(),
            "Card: Visa ending in 3184");
    assertThat(Mails.html(mail))
        .contains(
            "lang=\"en\"",
            "<meta name=\"color-scheme\" content=\"light dark\">",
            "href=\"https://pay.example/pay/Zq3-token_0?a=1&amp;b=2\"",
            "> Confirm your ¥1,200 payment </a>");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
  }

  @Test
  void arrivesAsTextAndHtmlInJapanese() throws Exception {
    assertThat(send(Locale.JAPAN)).isInstanceOf(DeliveryResult.Accepted.class);

    var mail = received();
    assertThat(mail.getSubject()).isEqualTo("【Momiji Books】お支払い(1,200円)の確認をお願いします");
    assertThat(Mails.text(mail)).contains("山田 花子 様", "1,200円のお支払いを確認する:\n" + aLink().url());
    assertThat(Mails.html(mail)).contains("lang=\"ja\"", "お支払いの確認をお願いいたします</h1>");
    assertThat(mail.getHeader("Content-Language")).containsExactly("ja");
  }

  @Test
  void hasOneButtonAndStaysSmallEnoughNotToBeClipped() throws Exception {
    send(Locale.JAPAN);

    var html = Mails.html(received());
    assertThat(html.split("<a ", -1)).as("the button, and the same link as text").hasSize(3);
    assertThat(html.getBytes(UTF_8).length).isLessThan(30_000);
    assertThat(received().getSize()).as("Gmail clips at 102 KB").isLessThan(102_000);
  }

  @Test
  void tracksNobodyAndFetchesNothing() throws Exception {
    send(Locale.JAPAN);

    var html = Mails.html(received());
    assertThat(html).doesNotContain("<img", "<script", "<link", "@import", "url(", " th:", "[[");
    assertThat(addresses(html))
        .as("our own link, and names of XML dialects")
        .allMatch(address ->
            address.startsWith("https://pay.example/pay/Zq3-token_0")
                || address.startsWith("http://www.w3.org/"));
  }

  private static List<String> addresses(String html) {
    return Pattern.compile("https?://[^\\s\"'<>]+")
        .matcher(html)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void onlyAReminderOffersToUnsubscribe() throws Exception {
    send(Locale.US);
    assertThat(received().getHeader("List-Unsubscribe")).isNull();
    mailServer.purgeEmailFromAllMailboxes();

    sender("Momiji Books").send(aReminder(Tone.REMINDER), customer(Locale.US), aLink());

    assertThat(received().getHeader("List-Unsubscribe"))
        .containsExactly("<https://pay.example/preferences/Pr3f-token>");
    assertThat(received().getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(Mails.text(received())).contains("https://pay.example/preferences/Pr3f-token");
    assertThat(Mails.html(received()))
        .contains("href=\"https://pay.example/preferences/Pr3f-token\"");
  }

  @Test
  void showsTheMerchantsBrand() throws Exception {
    var brand =
        new Brand(
            "Momiji Books",
            "Momiji K.K.",
            "help@momiji.example",
            URI.create("https://momiji.example/logo.png"),
            new Colour("#7a1f3d"));

    Mails.sender(connections, brand).send(aPrompt(), customer(Locale.US), aLink());

    assertThat(Mails.html(received()))
        .contains(
            "src=\"https://momiji.example/logo.png\"",
            "alt=\"Momiji Books\"",
            "bgcolor=\"#7a1f3d\"",
            "background-color:#7a1f3d",
            "Momiji K.K.");
  }

  @Test
  void aReceiptHasNoButton() throws Exception {
    sender("Momiji Books")
        .send(aPrompt(PromptKind.RECEIPT, aCharge()), customer(Locale.US), aLink());

    assertThat(Mails.html(received())).doesNotContain("<a ", "link.invalid", "Zq3-token");
    assertThat(Mails.text(received())).doesNotContain("Zq3-token");
  }

  @Test
  void everyReminderHasAnIdOfItsOwn() throws Exception {
    send(Locale.US);
    sender("Momiji Books").send(aReminder(Tone.REMINDER), customer(Locale.US), aLink());

    assertThat(mailServer.getReceivedMessages()[0].getMessageID())
        .isNotEqualTo(mailServer.getReceivedMessages()[1].getMessageID());
  }

  @Test
  void saysThatNobodyTypedItAndWhereAnswersGo() throws Exception {
    send(Locale.US);

    var mail = received();
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getReplyTo())
        .extracting(Object::toString)
        .containsExactly("help@momiji.example");
    assertThat(mail.getFrom())
        .extracting(Object::toString)
        .containsExactly("Momiji Books <pay@momiji.example>");
  }

  @Test
  void theSamePromptSentTwiceCarriesTheSameMessageId() throws Exception {
    send(Locale.US);
    send(Locale.US);

    var ids = new ArrayList<String>();
    for (var mail : mailServer.getReceivedMessages()) {
      ids.add(mail.getMessageID());
    }
    assertThat(ids).hasSize(2).containsOnly(ids.getFirst());
    assertThat(ids.getFirst()).matches("<prompt\\.[0-9a-f]{32}@momiji\\.example>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.com\r\nBcc: thief@example.net",
        "a@example.com, thief@example.net",
        "a@example.com;thief@example.net",
        "friends: a@example.com, b@example.com;",
        "a@example.com\u0000",
        "<a@example.com",
        "not an address",
        ""
      })
  void anAddressThatIsNotOnePlainAddressBounces(String address) {
    var result =
        sender("Momiji Books").send(aPrompt(), contact(address, null, Locale.US, "UTC"), aLink());

    assertThat(result).isEqualTo(new DeliveryResult.Bounced("address_invalid"));
    assertThat(mailServer.getReceivedMessages()).isEmpty();
  }

  @Nested
  class WhenTheServerDoesNotTakeIt {
    @Test
    void anUnreachableServerMeansLater() {
      mailServer.stop();

      assertThat(send(Locale.US)).isEqualTo(new DeliveryResult.Deferred("smtp_unreachable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void a4xxReplyMeansLater(String command) throws Exception {
      assertThat(sendTo(ScriptedSmtpServer.answering(command, "451 4.3.2 not now")))
          .isEqualTo(new DeliveryResult.Deferred("smtp_451"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA", "."})
    void a5xxReplyIsABounce(String command) throws Exception {
      assertThat(sendTo(ScriptedSmtpServer.answering(command, "550 5.1.1 no such mailbox")))
          .isEqualTo(new DeliveryResult.Bounced("smtp_550"));
    }

    @Test
    void a5xxReplyToTheSenderSaysNothingOfTheCustomersMailbox() throws Exception {
      assertThat(sendTo(ScriptedSmtpServer.answering("MAIL", "553 5.7.1 you may not send")))
          .isEqualTo(new DeliveryResult.Refused("smtp_553"));
    }

    @Test
    void silenceAfterTheMessageLeavesItOpen() throws Exception {
      assertThat(sendTo(ScriptedSmtpServer.hangingUpAfterTheMessage()))
          .isInstanceOf(DeliveryResult.Unanswered.class);
    }

    private DeliveryResult sendTo(ScriptedSmtpServer server) throws Exception {
      try (server;
          var connections = Mails.connections(server.port())) {
        return Mails.sender(connections, brand("Momiji Books"))
            .send(aPrompt(), customer(Locale.US), aLink());
      }
    }
  }

  @Nested
  class Connections {
    @Test
    void areUsedAgain() throws Exception {
      try (var server = ScriptedSmtpServer.countingMessages();
          var connections = Mails.connections(server.port())) {
        var sender = Mails.sender(connections, brand("Momiji Books"));
        for (int i = 0; i < 5; i++) {
          assertThat(sender.send(aPrompt(), customer(Locale.US), aLink()))
              .isEqualTo(new DeliveryResult.Accepted());
        }

        assertThat(server.messages()).isEqualTo(5);
        assertThat(server.connections()).isEqualTo(1);
      }
    }

    @Test
    void areOpenedAnewWhenTheServerHungUpMeanwhile() {
      assertThat(send(Locale.US)).isEqualTo(new DeliveryResult.Accepted());
      var port = mailServer.getSmtp().getPort();
      mailServer.stop();
      var restarted = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      restarted.start();
      try {
        assertThat(send(Locale.US)).isEqualTo(new DeliveryResult.Accepted());
        assertThat(restarted.getReceivedMessages()).hasSize(1);
      } finally {
        restarted.stop();
      }
    }

    @Test
    void areNeverMoreThanAllowedAndWhoWaitsTooLongComesLater() throws Exception {
      try (var server = ScriptedSmtpServer.answeringTheMessageAfter(Duration.ofSeconds(2));
          var connections = Mails.connections(server.port(), 1, Duration.ofMillis(100));
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var sender = Mails.sender(connections, brand("Momiji Books"));
        var slow = threads.submit(() -> sender.send(aPrompt(), customer(Locale.US), aLink()));
        await().until(() -> server.connections() == 1);

        assertThat(sender.send(aPrompt(), customer(Locale.US), aLink()))
            .isEqualTo(new DeliveryResult.Deferred("smtp_connections_busy"));
        assertThat(slow.get()).isEqualTo(new DeliveryResult.Accepted());
        assertThat(server.connections()).isEqualTo(1);
      }
    }
  }

  @Test
  void threeDecimalsArriveInTheSubject() throws Exception {
    sender("Momiji Books")
        .send(
            aPrompt(PromptKind.AUTHENTICATE, charge(new Money(1230, "kwd"), "pm_1")),
            customer(Locale.US),
            aLink());
    assertThat(received().getSubject()).isEqualTo("Confirm your KWD 1.230 payment to Momiji Boo…");
  }

  private DeliveryResult send(Locale locale) {
    return sender("Momiji Books").send(aPrompt(), customer(locale), aLink());
  }

  private SmtpPromptSender sender(String shop) {
    return Mails.sender(connections, brand(shop));
  }

  private MimeMessage received() {
    return List.of(mailServer.getReceivedMessages()).getFirst();
  }
}

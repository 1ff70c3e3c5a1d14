package dev.offsession.notifier.prompting.mail;

import static dev.offsession.notifier.prompting.domain.Examples.aCharge;
import static dev.offsession.notifier.prompting.domain.Examples.aLink;
import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static dev.offsession.notifier.prompting.domain.Examples.charge;
import static dev.offsession.notifier.prompting.domain.Examples.customer;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.Money;
import dev.offsession.notifier.prompting.domain.PromptKind;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpPromptSenderTest {
  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void startMailServer() {
    mailServer.start();
  }

  @AfterEach
  void stopMailServer() {
    mailServer.stop();
  }

  @Test
  void arrivesAsTextAndHtmlInEnglish() throws Exception {
    assertThat(send(Locale.US)).isInstanceOf(DeliveryResult.Accepted.class);

    var mail = received();
    assertThat(mail.getSubject()).isEqualTo("Confirm your ¥1,200 payment to Momiji Books");
    assertThat(textPart(mail))
        .contains(
            "Hello 山田 花子,",
            "Confirm your ¥1,200 payment:\n" + aLink().url(),
            "Card: Visa ending in 3184");
    assertThat(htmlPart(mail))
        .contains(
            "lang=\"en\"",
            "<meta name=\"color-scheme\" content=\"light dark\">",
            "href=\"https://pay.example/pay/Zq3-token_0?a=1&amp;b=2\"",
            ">Confirm your ¥1,200 payment</a>");
  }

  @Test
  void arrivesAsTextAndHtmlInJapanese() throws Exception {
    assertThat(send(Locale.JAPAN)).isInstanceOf(DeliveryResult.Accepted.class);

    var mail = received();
    assertThat(mail.getSubject()).isEqualTo("【Momiji Books】お支払い(1,200円)の確認をお願いします");
    assertThat(textPart(mail)).contains("山田 花子 様", "1,200円のお支払いを確認する:\n" + aLink().url());
    assertThat(htmlPart(mail)).contains("lang=\"ja\"", "お支払いの確認をお願いいたします</h1>");
    assertThat(mail.getHeader("Content-Language")).containsExactly("ja");
  }

  @Test
  void hasOneButtonAndStaysSmallEnoughNotToBeClipped() throws Exception {
    send(Locale.JAPAN);

    var html = htmlPart(received());
    assertThat(html.split("<a ", -1)).as("the button, and the same link as text").hasSize(3);
    assertThat(html.length()).isLessThan(30_000);
    assertThat(html).doesNotContain("<img", "<script", " th:");
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

  @Nested
  class WhenTextFromOutsideIsHostile {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "Shop\r\nBcc: thief@example.net",
          "Shop\nBcc: thief@example.net",
          "Shop\rBcc: thief@example.net",
          "Shop\u0085Bcc: thief@example.net",
          "Shop\u2028Bcc: thief@example.net",
          "Shop\u2029Bcc: thief@example.net",
          "Shop\u0000\u000b\u000cBcc: thief@example.net",
          "Shop\r\n\r\nA body of my own"
        })
    void noHeaderAndNoBodyIsAddedByTheShopsName(String shop) throws Exception {
      sender(shop).send(aPrompt(), customer(Locale.US), aLink());

      var mail = received();
      assertThat(mail.getHeader("Bcc")).isNull();
      assertThat(mail.getAllRecipients()).hasSize(1);
      assertThat(Collections.list(mail.getAllHeaderLines()))
          .noneMatch(line ->
              line.lines()
                  .skip(1)
                  .anyMatch(folded -> !folded.startsWith(" ") && !folded.startsWith("\t")));
      assertThat(mail.getSubject())
          .startsWith("Confirm your ¥1,200 payment to Shop")
          .doesNotContain("\r", "\n");
      assertThat(mail.getContent()).isInstanceOf(MimeMultipart.class);
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
    void anAddressThatIsNotOnePlainAddressIsRefused(String address) {
      var contact = new Contact(address, null, Locale.US, ZoneId.of("UTC"));

      var result = sender("Momiji Books").send(aPrompt(), contact, aLink());

      assertThat(result).isEqualTo(new DeliveryResult.Refused("address_invalid"));
      assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "${7*7} #{7*7} *{7*7} [[${7*7}]] [(${7*7})]",
          "{0} {1} '{2}'",
          "__${T(java.lang.Runtime)}__"
        })
    void namesAndDescriptionsAreShownAsTheyAreAndNeverRun(String text) throws Exception {
      var facts = aCharge();
      var hostile =
          new ChargeFacts(
              facts.customerReference(),
              facts.paymentIntentId(),
              facts.amount(),
              text,
              facts.card(),
              null,
              facts.occurredAt(),
              null);
      var contact = new Contact("a@example.com", text, Locale.US, ZoneId.of("UTC"));

      sender("Momiji Books").send(aPrompt(PromptKind.AUTHENTICATE, hostile), contact, aLink());

      var mail = received();
      assertThat(textPart(mail)).contains("Hello " + text + ",", "For: " + text);
      assertThat(htmlPart(mail)).doesNotContain("<script", "<img", ">49<", " 49 ");
    }
  }

  @Nested
  class WhenTheServerDoesNotTakeIt {
    @Test
    void anUnreachableServerMeansLater() {
      var smtp = smtp();
      mailServer.stop();

      var result =
          new SmtpPromptSender(smtp, shop("Momiji Books"))
              .send(aPrompt(), customer(Locale.US), aLink());

      assertThat(result).isEqualTo(new DeliveryResult.Deferred("smtp_unreachable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA", "."})
    void a4xxReplyMeansLater(String command) throws Exception {
      assertThat(sendTo(ScriptedSmtpServer.answering(command, "451 4.3.2 not now")))
          .isEqualTo(new DeliveryResult.Deferred("smtp_451"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA", "."})
    void a5xxReplyMeansNever(String command) throws Exception {
      assertThat(sendTo(ScriptedSmtpServer.answering(command, "550 5.1.1 no such mailbox")))
          .isEqualTo(new DeliveryResult.Refused("smtp_550"));
    }

    @Test
    void silenceAfterTheMessageLeavesItOpen() throws Exception {
      assertThat(sendTo(ScriptedSmtpServer.hangingUpAfterTheMessage()))
          .isInstanceOf(DeliveryResult.Unanswered.class);
    }

    private DeliveryResult sendTo(ScriptedSmtpServer server) throws Exception {
      try (server) {
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.port());
        return new SmtpPromptSender(smtp, shop("Momiji Books"))
            .send(aPrompt(), customer(Locale.US), aLink());
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
    return new SmtpPromptSender(smtp(), shop(shop));
  }

  private static Sender shop(String name) {
    return Sender.of("pay@momiji.example", name, "help@momiji.example");
  }

  private JavaMailSenderImpl smtp() {
    var smtp = new JavaMailSenderImpl();
    smtp.setHost("127.0.0.1");
    smtp.setPort(mailServer.getSmtp().getPort());
    return smtp;
  }

  private MimeMessage received() {
    return List.of(mailServer.getReceivedMessages()).getFirst();
  }

  private static String textPart(MimeMessage mail) throws Exception {
    return part(mail.getContent(), "text/plain");
  }

  private static String htmlPart(MimeMessage mail) throws Exception {
    return part(mail.getContent(), "text/html");
  }

  private static String part(Object content, String type) throws Exception {
    var parts = (MimeMultipart) content;
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType(type)) {
        return Objects.requireNonNull((String) part.getContent()).replace("\r\n", "\n");
      }
      if (part.isMimeType("multipart/*")) {
        return part(part.getContent(), type);
      }
    }
    throw new AssertionError("the mail has no part " + type);
  }
}

package dev.offsession.notifier.prompting.mail;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;
import static dev.offsession.notifier.prompting.domain.Examples.aLink;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.Colour;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.Money;
import dev.offsession.notifier.prompting.domain.Occasion;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptId;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.RequestId;
import dev.offsession.notifier.prompting.words.SafeText;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text of customers and merchants, through every field that reaches a mail. */
class HostileTextTest {
  enum Field {
    NAME,
    DESCRIPTION,
    CARD_BRAND,
    LAST4,
    MESSAGE_KEY,
    REQUEST_ID,
    SHOP,
    LEGAL_NAME,
    SUPPORT_CONTACT
  }

  private static final List<String> TEXTS =
      List.of(
          "X\r\nBcc: thief@example.net",
          "X\nBcc: thief@example.net",
          "X\rBcc: thief@example.net",
          "X\u0085Bcc: thief@example.net",
          "X\u2028Bcc: thief@example.net",
          "X\u2029Bcc: thief@example.net",
          "X\u000b\u000c\u0000Bcc: thief@example.net",
          "X\r\n\r\nA body of my own",
          "X\r\n--boundary\r\nContent-Type: text/html\r\n\r\n<b>",
          "=?utf-8?q?X=0d=0aBcc:thief=40example.net?=",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "'><svg/onload=alert(1)>",
          "</title></style></table><script>alert(1)</script>",
          "<!--><script>alert(1)</script>-->",
          "<a href=https://evil.example>here</a>",
          "${7*7} #{7*7} *{7*7} [[${7*7}]] [(${7*7})]",
          "__${T(java.lang.Runtime).getRuntime().exec('id')}__",
          "th:text=\"${7*7}\" /*[[${7*7}]]*/ [# th:text=\"${7*7}\"][/]",
          "{0} {1} '{2}' {99} {",
          "$1 \\1 %s %n",
          "\u202Egnitsop\u202C \uFEFF\u200B");

  private static final Pattern ELEMENT = Pattern.compile("<([a-zA-Z][a-zA-Z0-9:]*)");

  private static final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static SmtpConnections connections;

  @BeforeAll
  static void startMailServer() {
    mailServer.start();
    connections = Mails.connections(mailServer.getSmtp().getPort());
  }

  @AfterAll
  static void stopMailServer() {
    connections.close();
    mailServer.stop();
  }

  @BeforeEach
  void emptyMailbox() throws Exception {
    mailServer.purgeEmailFromAllMailboxes();
  }

  static Stream<Arguments> textsInEveryField() {
    return Arrays.stream(Field.values())
        .flatMap(field -> TEXTS.stream().map(text -> Arguments.of(field, text)));
  }

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("textsInEveryField")
  void isShownOrLeftOutButNeverObeyed(Field field, String text) throws Exception {
    var harmless = send(field, "X");
    emptyMailbox();

    var mail = send(field, text);

    assertThat(headerNames(mail)).as("headers").isEqualTo(headerNames(harmless));
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject()).doesNotContain("\r", "\n", "\u2028", "\u0085");
    assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
    assertThat(elements(Mails.html(mail))).as("elements").isEqualTo(elements(Mails.html(harmless)));
    assertThat(Mails.html(mail)).doesNotContain(">49", " 49 ", "uid=");
    assertThat(Mails.text(mail)).doesNotContain(" 49 ", "[49]", "\nBcc:", "\u2028", "\u202E");
  }

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("textsInEveryField")
  void isShownAsItWasWrittenWhereItIsShownAtAll(Field field, String text) throws Exception {
    var mail = send(field, text);

    var line = SafeText.oneLine(text);
    switch (field) {
      case NAME -> assertThat(Mails.text(mail)).contains("Hello " + line + ",");
      case DESCRIPTION -> assertThat(Mails.text(mail)).contains("For: " + line + "\n");
      case SHOP -> assertThat(Mails.text(mail)).contains(line + " sent this message");
      case SUPPORT_CONTACT -> assertThat(Mails.text(mail)).contains("Questions? " + line + "\n");
      case LEGAL_NAME -> assertThat(Mails.text(mail)).contains("on behalf of " + line + "\n");
      case LAST4 -> assertThat(Mails.text(mail)).contains("ending in " + line + "\n");
      case CARD_BRAND, MESSAGE_KEY, REQUEST_ID -> assertThat(Mails.text(mail)).contains("Card: ");
    }
  }

  private static MimeMessage send(Field field, String text) {
    var sender = Mails.sender(connections, brand(field, text));
    var contact =
        new Contact(
            "a@example.com",
            field == Field.NAME ? text : "Ann",
            Locale.US,
            ZoneId.of("UTC"),
            false,
            null,
            List.of());
    assertThat(sender.send(prompt(field, text), contact, aLink()))
        .isEqualTo(new DeliveryResult.Accepted());
    return mailServer.getReceivedMessages()[0];
  }

  private static Brand brand(Field field, String text) {
    return new Brand(
        field == Field.SHOP ? SafeText.oneLine(text) : "Shop",
        field == Field.LEGAL_NAME ? SafeText.oneLine(text) : "Shop Ltd",
        field == Field.SUPPORT_CONTACT ? SafeText.oneLine(text) : "03-1234-5678",
        null,
        new Colour("#1f4fbf"));
  }

  private static Prompt prompt(Field field, String text) {
    var request = new RequestId(field == Field.REQUEST_ID ? text : "ord_17");
    return Prompt.due(
        new PromptId(request, Occasion.of(2), 0, Channel.EMAIL),
        PromptKind.NEW_PAYMENT_METHOD,
        new ChargeFacts(
            "cust_42",
            "pi_1",
            new Money(1200, "jpy"),
            field == Field.DESCRIPTION ? text : "Books",
            new ChargeFacts.Card(
                "pm_1",
                field == Field.CARD_BRAND ? text : "visa",
                field == Field.LAST4 ? text : "3184"),
            field == Field.MESSAGE_KEY ? text : "card_details",
            NOON,
            null),
        NOON);
  }

  private static List<String> headerNames(MimeMessage mail) throws Exception {
    return Collections.list(mail.getAllHeaders()).stream().map(header -> header.getName()).toList();
  }

  private static List<String> elements(String html) {
    return ELEMENT.matcher(html).results().map(found -> found.group(1)).toList();
  }
}

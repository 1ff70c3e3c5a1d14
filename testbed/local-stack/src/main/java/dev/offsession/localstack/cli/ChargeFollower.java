package dev.offsession.localstack.cli;

import dev.offsession.localstack.client.ChargeEvents;
import dev.offsession.localstack.client.InboxClient;
import dev.offsession.localstack.client.InboxClient.Mail;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints each step of a charge until it rests. */
final class ChargeFollower {
  private static final Duration STEP_LIMIT = Duration.ofSeconds(60);
  private static final Duration MAIL_LIMIT = Duration.ofSeconds(20);

  private final ChargeEvents events;
  private final InboxClient inbox;
  private final PrintStream out;
  private final Colors colors;

  ChargeFollower(Addresses addresses, ChargeEvents events, PrintStream out, Colors colors) {
    this.events = events;
    this.inbox = new InboxClient(addresses);
    this.out = out;
    this.colors = colors;
  }

  /**
   * Follows one charge.
   *
   * @param patience how long to wait for the customer; zero returns once the mail is there
   * @return the exit code
   */
  int follow(String requestId, String email, Duration patience) {
    Set<String> oldMails = mailIds(email);
    int seen = 0;
    Duration limit = STEP_LIMIT;
    while (true) {
      Optional<ChargeEvent> next = next(requestId, seen, limit);
      if (next.isEmpty()) {
        out.println("  No further step in " + limit.toSeconds() + " s.");
        return ExitCode.NOT_AT_REST;
      }
      ChargeEvent event = next.get();
      seen++;
      print(event);
      if (ends(event)) {
        return event.getType() == ChargeEventType.SUCCEEDED
            ? ExitCode.DONE
            : ExitCode.ENDED_WITHOUT_MONEY;
      }
      limit = STEP_LIMIT;
      if (ChargeSteps.needsCustomer(event.getType())) {
        printMail(email, oldMails);
        if (patience.isZero()) {
          return ExitCode.DONE;
        }
        limit = patience;
      }
    }
  }

  private Optional<ChargeEvent> next(String requestId, int seen, Duration limit) {
    return events
        .await(_ -> events.of(requestId).size() > seen, limit)
        .map(_ -> events.of(requestId).get(seen));
  }

  private static boolean ends(ChargeEvent event) {
    return ChargeSteps.isFinal(event.getType())
        || event.getType() == ChargeEventType.CONFLICTING_DUPLICATE;
  }

  private void print(ChargeEvent event) {
    String time = TimeOfDay.now();
    String padding = " ".repeat(Math.max(0, 24 - event.getType().name().length()));
    out.println(
        String.format(
                Locale.ROOT,
                "%-8s  %s%s%s",
                time,
                ChargeSteps.coloured(event.getType(), colors),
                padding,
                ChargeSteps.detail(event))
            .stripTrailing());
  }

  private Set<String> mailIds(String email) {
    return inbox.to(email).stream().map(Mail::id).collect(Collectors.toSet());
  }

  private void printMail(String email, Set<String> oldMails) {
    Optional<Mail> mail =
        inbox.await(email, candidate -> !oldMails.contains(candidate.id()), MAIL_LIMIT);
    if (mail.isEmpty()) {
      out.println("          no mail yet; the inbox will show it");
      return;
    }
    out.println("          mail    " + mail.get().page());
    mail.get().links().stream()
        .filter(link -> link.getPath().startsWith("/pay/") || link.getPath().startsWith("/setup/"))
        .findFirst()
        .ifPresent(link -> out.println("          page    " + link));
  }
}

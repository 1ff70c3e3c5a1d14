package dev.offsession.notifier.prompting.domain;

import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome.Suppressed;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether, when and how a customer may be disturbed with a prompt that is due. Pure and total.
 *
 * <p>The first prompt is worth an interruption, since a charge has just come to a halt: it goes out
 * at any hour, but in quiet hours by mail, because a push rings. Reminders wait for the morning.
 *
 * @param onPagePause how long to wait before looking again at a customer who is on the page
 */
public record ReachPolicy(QuietHours quietHours, Duration onPagePause) {

  /**
   * The way to this customer at this moment.
   *
   * @param onPage the customer has the charge's page open
   */
  public Route decide(Prompt prompt, Contact contact, boolean onPage, Instant now) {
    if (!prompt.kind().isPrompt()) {
      return new Route.By(Channel.EMAIL);
    }
    if (isOver(prompt, now)) {
      return new Route.Not("deadline_passed");
    }
    if (onPage) {
      return new Route.Later(now.plus(onPagePause));
    }
    if (prompt.tone().isReminder() && contact.remindersMuted()) {
      return new Route.Not(Suppressed.REMINDERS_MUTED);
    }
    return quietHours.cover(now, contact.timeZone())
        ? inQuietHours(prompt, contact, now)
        : atADecentHour(prompt, contact);
  }

  private static boolean isOver(Prompt prompt, Instant now) {
    var deadline = prompt.facts().deadline();
    return deadline != null && !now.isBefore(deadline);
  }

  private Route inQuietHours(Prompt prompt, Contact contact, Instant now) {
    return prompt.tone().isReminder() || prompt.progress().mailRefused()
        ? new Route.Later(quietHours.endAfter(now, contact.timeZone()))
        : new Route.By(begunOr(Channel.EMAIL, prompt));
  }

  private static Route atADecentHour(Prompt prompt, Contact contact) {
    var push = !contact.pushSubscriptions().isEmpty() && !prompt.progress().pushFailed();
    if (prompt.progress().mailRefused() && !push) {
      return new Route.Not(Suppressed.NO_CHANNEL);
    }
    return new Route.By(begunOr(push ? Channel.PUSH : Channel.EMAIL, prompt));
  }

  /** A message that may be out already never goes out a second way beside the first. */
  private static Channel begunOr(Channel wanted, Prompt prompt) {
    return prompt.progress().handOverBegun() ? prompt.id().channel() : wanted;
  }
}

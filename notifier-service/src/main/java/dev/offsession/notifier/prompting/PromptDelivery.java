package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.Cadence;
import dev.offsession.notifier.prompting.domain.ChargeLookup;
import dev.offsession.notifier.prompting.domain.ConversationStore;
import dev.offsession.notifier.prompting.domain.CustomerLinks;
import dev.offsession.notifier.prompting.domain.DeliveryPolicy;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptJournal;
import dev.offsession.notifier.prompting.domain.PromptStatus.Finished;
import dev.offsession.notifier.prompting.domain.PromptStatus.Waiting;
import dev.offsession.notifier.prompting.domain.PromptStore;
import dev.offsession.notifier.prompting.domain.PromptStore.Claim;
import dev.offsession.notifier.prompting.domain.ReachPolicy;
import dev.offsession.notifier.prompting.domain.Relevance;
import dev.offsession.notifier.prompting.domain.Route;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one claimed prompt on: delivers it when it waits, publishes how it ended, and puts what
 * follows in its place. The charge is looked at last, just before the message leaves.
 */
final class PromptDelivery {
  private static final Logger log = LoggerFactory.getLogger(PromptDelivery.class);

  private final PromptStore prompts;
  private final ConversationStore conversations;
  private final CustomerLinks links;
  private final ChargeLookup charges;
  private final Channels channels;
  private final PromptJournal journal;
  private final Policies policies;
  private final PromptMeters meters;
  private final Clock clock;

  /** The three questions about a prompt, each answered by a pure function. */
  record Policies(ReachPolicy reach, DeliveryPolicy delivery, Cadence cadence) {}

  PromptDelivery(
      PromptStore prompts,
      ConversationStore conversations,
      CustomerLinks links,
      ChargeLookup charges,
      Channels channels,
      PromptJournal journal,
      Policies policies,
      PromptMeters meters,
      Clock clock) {
    this.prompts = prompts;
    this.conversations = conversations;
    this.links = links;
    this.charges = charges;
    this.channels = channels;
    this.journal = journal;
    this.policies = policies;
    this.meters = meters;
    this.clock = clock;
  }

  /** One step for a prompt that is lent to us. */
  void advance(Claim claim) {
    var prompt = claim.prompt();
    switch (prompt.status()) {
      case Waiting _ when !policies.delivery().allowsHandOver(prompt) ->
          store(claim, policies.delivery().giveUpUnanswered(prompt, clock.instant()));
      case Waiting _ when prompt.tone().isReminder() && isOver(prompt) ->
          settle(claim, prompt, new DeliveryResult.NotNeeded("superseded"));
      case Waiting _ -> deliver(claim);
      case Finished ended -> conclude(claim, prompt, ended);
    }
  }

  private boolean isOver(Prompt prompt) {
    return conversations.find(prompt.id().request()).hasLeft(prompt.id().occasion().episode());
  }

  private void deliver(Claim claim) {
    var prompt = claim.prompt();
    switch (links.issueFor(prompt)) {
      case CustomerLinks.Answer.Issued issued -> reach(claim, issued);
      case CustomerLinks.Answer.CustomerUnknown _ ->
          settle(claim, prompt, new DeliveryResult.NotNeeded("customer_unknown"));
      case CustomerLinks.Answer.Unavailable(var reason) ->
          settle(claim, prompt, new DeliveryResult.NotReady(reason));
    }
  }

  private void reach(Claim claim, CustomerLinks.Answer.Issued issued) {
    var prompt = claim.prompt();
    var contact = channels.reachable(issued.contact());
    switch (policies.reach().decide(prompt, contact, issued.onPage(), clock.instant())) {
      case Route.By(var channel) -> deliverIfStillNeeded(claim, prompt.by(channel), issued);
      case Route.Later(var at) -> prompts.save(claim, prompt.with(new Waiting(at)));
      case Route.Not(var reason) -> settle(claim, prompt, new DeliveryResult.NotNeeded(reason));
    }
  }

  private void deliverIfStillNeeded(
      Claim claim, Prompt prompt, CustomerLinks.Answer.Issued issued) {
    Relevance.objection(prompt.kind(), charges.stateOf(prompt.id().request()))
        .ifPresentOrElse(
            objection -> settle(claim, claim.prompt(), objection),
            () -> handOver(claim, prompt, issued));
  }

  /** The hand-over is noted first: after a crash we know that the message may have gone out. */
  private void handOver(Claim claim, Prompt prompt, CustomerLinks.Answer.Issued issued) {
    var noted = prompt.handedOver();
    if (prompts.noteHandOver(claim, noted)) {
      if (prompt.unanswered() > 0) {
        meters.handedOverAgain(prompt);
      }
      var result =
          channels
              .of(noted.id().channel())
              .map(channel -> channel.send(noted, issued.contact(), issued.link()))
              .orElseGet(() -> new DeliveryResult.Refused("channel_off"));
      settle(claim, noted, result);
    }
  }

  private void settle(Claim claim, Prompt prompt, DeliveryResult result) {
    log.atInfo()
        .addKeyValue("prompt", prompt.id())
        .addKeyValue("result", result)
        .log("prompt {}: {}", prompt.id(), result);
    store(claim, policies.delivery().after(prompt, result, clock.instant()));
  }

  private void store(Claim claim, Prompt prompt) {
    if (!prompts.save(claim, prompt)) {
      log.warn("prompt {}: the lease ended before the result was stored", prompt.id());
    } else if (prompt.status() instanceof Finished ended) {
      conclude(claim, prompt, ended);
    }
  }

  /** Published first: what follows takes the place of the outcome that is to be published. */
  private void conclude(Claim claim, Prompt prompt, Finished ended) {
    journal.publish(prompt, ended);
    meters.ended(prompt, ended.outcome());
    policies
        .cadence()
        .after(prompt, ended)
        .filter(next -> !isOver(next))
        .ifPresentOrElse(next -> prompts.save(claim, next), () -> prompts.close(claim));
  }
}

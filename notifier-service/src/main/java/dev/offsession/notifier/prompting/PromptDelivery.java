package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.ChargeLookup;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.CustomerLinks;
import dev.offsession.notifier.prompting.domain.DeliveryPolicy;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptJournal;
import dev.offsession.notifier.prompting.domain.PromptSender;
import dev.offsession.notifier.prompting.domain.PromptStatus;
import dev.offsession.notifier.prompting.domain.PromptStore;
import dev.offsession.notifier.prompting.domain.PromptStore.Claim;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one claimed prompt a step: delivers what waits, publishes how the finished ended. The
 * charge is looked at last, just before the message leaves.
 */
final class PromptDelivery {
  private static final Logger log = LoggerFactory.getLogger(PromptDelivery.class);

  private final PromptStore prompts;
  private final CustomerLinks links;
  private final ChargeLookup charges;
  private final PromptSender sender;
  private final PromptJournal journal;
  private final DeliveryPolicy policy;
  private final Clock clock;

  PromptDelivery(
      PromptStore prompts,
      CustomerLinks links,
      ChargeLookup charges,
      PromptSender sender,
      PromptJournal journal,
      DeliveryPolicy policy,
      Clock clock) {
    this.prompts = prompts;
    this.links = links;
    this.charges = charges;
    this.sender = sender;
    this.journal = journal;
    this.policy = policy;
    this.clock = clock;
  }

  /** One step for a prompt that is lent to us. */
  void advance(Claim claim) {
    switch (claim.prompt().status()) {
      case PromptStatus.Waiting _ -> deliver(claim);
      case PromptStatus.Finished ended -> {
        journal.publish(claim.prompt(), ended);
        prompts.close(claim);
      }
    }
  }

  private void deliver(Claim claim) {
    var prompt = claim.prompt();
    if (!policy.allowsHandOver(prompt)) {
      save(claim, policy.giveUpUnanswered(prompt, clock.instant()));
      return;
    }
    switch (links.issueFor(prompt)) {
      case CustomerLinks.Answer.Issued(var link, var contact) ->
          deliverIfStillNeeded(claim, contact, link);
      case CustomerLinks.Answer.CustomerUnknown _ ->
          settle(claim, prompt, new DeliveryResult.Refused("customer_unknown"));
      case CustomerLinks.Answer.Unavailable(var reason) ->
          settle(claim, prompt, new DeliveryResult.NotReady(reason));
    }
  }

  private void deliverIfStillNeeded(Claim claim, Contact contact, CustomerLink link) {
    var prompt = claim.prompt();
    switch (charges.stateOf(prompt.id().request())) {
      case ChargeLookup.Answer.Needs(var kind) when kind == prompt.kind() ->
          handOver(claim, contact, link);
      case ChargeLookup.Answer.Needs _ ->
          settle(claim, prompt, new DeliveryResult.NotNeeded("superseded"));
      case ChargeLookup.Answer.NeedsNobody nobody ->
          settle(claim, prompt, new DeliveryResult.NotNeeded(nobody.reason()));
      case ChargeLookup.Answer.Unknown _ ->
          settle(claim, prompt, new DeliveryResult.Refused("charge_unknown"));
      case ChargeLookup.Answer.Unavailable(var reason) ->
          settle(claim, prompt, new DeliveryResult.NotReady(reason));
    }
  }

  /** The hand-over is noted first: after a crash we know that the message may have gone out. */
  private void handOver(Claim claim, Contact contact, CustomerLink link) {
    var noted = claim.prompt().handedOver();
    if (prompts.noteHandOver(claim, noted)) {
      settle(claim, noted, sender.send(noted, contact, link));
    }
  }

  private void settle(Claim claim, Prompt prompt, DeliveryResult result) {
    log.atInfo()
        .addKeyValue("prompt", prompt.id())
        .addKeyValue("result", result)
        .log("prompt {}: {}", prompt.id(), result);
    save(claim, policy.after(prompt, result, clock.instant()));
  }

  private void save(Claim claim, Prompt prompt) {
    if (!prompts.save(claim, prompt)) {
      log.warn("prompt {}: the lease ended before the result was stored", prompt.id());
    }
  }
}

package dev.offsession.localstack.crash;

import dev.offsession.schemas.PromptChannel;
import dev.offsession.schemas.PromptEvent;
import dev.offsession.schemas.PromptKind;
import dev.offsession.schemas.PromptOutcome;

/** Which prompts a run counts. */
public final class Prompts {
  private Prompts() {}

  /** Whether it is the first mail that asks the customer for something: one for each question. */
  public static boolean asks(PromptEvent event) {
    return event.getOutcome() == PromptOutcome.SENT
        && event.getChannel() == PromptChannel.EMAIL
        && event.getKind() != PromptKind.RECEIPT
        && event.getStep() == 0;
  }
}

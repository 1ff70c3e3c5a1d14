package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.PromptStore;

/** The fake keeps the contract, so that tests with it mean something. */
class InMemoryPromptsTest extends PromptStoreContract {
  @Override
  protected PromptStore store() {
    return new InMemoryPrompts();
  }
}

package dev.offsession.notifier.prompting.domain;

/** Issues links, and knows how to reach the customer they are for. */
public interface CustomerLinks {
  /** A fresh link for this prompt, with the contact to send it to. */
  Answer issueFor(Prompt prompt);

  /** What became of asking for a link. */
  sealed interface Answer {
    /**
     * Here it is.
     *
     * @param onPage the customer has the charge's page open
     */
    record Issued(CustomerLink link, Contact contact, boolean onPage) implements Answer {}

    /** No such customer: never registered, or erased. */
    record CustomerUnknown() implements Answer {}

    /**
     * No link now.
     *
     * @param reason stable code
     */
    record Unavailable(String reason) implements Answer {}
  }
}

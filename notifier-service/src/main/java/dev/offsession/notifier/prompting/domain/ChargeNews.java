package dev.offsession.notifier.prompting.domain;

/** What one event of a charge means for its customer. */
public sealed interface ChargeNews {
  /** The charge. */
  RequestId request();

  /** Place of the event in the charge's own order, from 1. */
  long sequence();

  /** Only the customer can go on. */
  record CustomerNeeded(RequestId request, long sequence, PromptKind kind, ChargeFacts facts)
      implements ChargeNews {}

  /**
   * The customer has nothing to do now: canceled, processing, or tried again without them.
   *
   * @param reason stable code, such as charge_succeeded
   */
  record CustomerNotNeeded(RequestId request, long sequence, String reason) implements ChargeNews {}

  /**
   * It ended in a way the customer may want to hear of.
   *
   * @param reason stable code, such as charge_succeeded
   * @param notice RECEIPT or PAYMENT_FAILED
   */
  record Ended(
      RequestId request, long sequence, String reason, PromptKind notice, ChargeFacts facts)
      implements ChargeNews {}
}

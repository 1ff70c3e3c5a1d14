package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.PaymentIntentId;

/**
 * The bounded window in which charges are worked, beside whoever hands them in. What is lost here
 * is found again: every charge handed in is due in the store.
 */
public interface WorkWindow {
  /** A charge that we hold. */
  void work(HeldCharge held);

  /** A charge that is due. */
  void workIfDue(ChargeRequestId id);

  /** An unconfirmed intent that nobody needs. */
  void discard(PaymentIntentId intent);
}

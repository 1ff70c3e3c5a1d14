package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeObserver;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.Effect;
import java.util.ArrayList;
import java.util.List;

/** Remembers what the use cases told the observer. */
final class Ledger implements ChargeObserver {
  final List<String> alarms = new ArrayList<>();
  final List<String> foreign = new ArrayList<>();

  @Override
  public void decided(Charge before, Decision decision) {}

  @Override
  public void alarm(ChargeRequestId id, Effect.Alarm alarm) {
    alarms.add(id.value() + " " + alarm.kind() + " " + alarm.detail());
  }

  @Override
  public void claimLost(ChargeRequestId id) {}

  @Override
  public void duplicate(ChargeRequestId id, boolean conflicting) {}

  @Override
  public void foreignEvent(String reason) {
    foreign.add(reason);
  }

  @Override
  public void notPublished(ChargeRequestId id) {}
}

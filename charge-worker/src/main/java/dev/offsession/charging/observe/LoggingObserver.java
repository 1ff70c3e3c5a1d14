package dev.offsession.charging.observe;

import dev.offsession.charging.domain.AlarmKind;
import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeObserver;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.Effect;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in logs and meters what happens to charges: ids, states and codes only. */
public final class LoggingObserver implements ChargeObserver {
  private static final Logger log = LoggerFactory.getLogger("charges");

  private final MeterRegistry meters;

  public LoggingObserver(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void decided(Charge before, Decision decision) {
    Charge after = decision.charge();
    log.info(
        "{} {} {} -> {} attempt {}: {}",
        shortened(after.id()),
        after.intent().map(intent -> intent.id().value()).orElse("-"),
        before.stateName(),
        after.stateName(),
        after.attempts().number(),
        decision.why());
    if (before.stateName() != after.stateName()) {
      count("offsession.charges.transitions", "to", after.stateName().name());
    }
    decision
        .events()
        .forEach(event ->
            count("offsession.charges.events", "type", event.what().getClass().getSimpleName()));
  }

  @Override
  public void alarm(ChargeRequestId id, Effect.Alarm alarm) {
    if (alarm.kind() == AlarmKind.STILL_UNKNOWN) {
      log.warn("{} outcome still unknown: {}", shortened(id), alarm.detail());
    } else {
      log.error("{} needs a person: {} {}", shortened(id), alarm.kind(), alarm.detail());
    }
    count("offsession.charges.alarms", "kind", alarm.kind().name());
  }

  @Override
  public void claimLost(ChargeRequestId id) {
    log.info("{} taken over by another worker", shortened(id));
    count("offsession.charges.claims.lost", "by", "fence");
  }

  @Override
  public void duplicate(ChargeRequestId id, boolean conflicting) {
    if (conflicting) {
      log.warn("{} came again with other content", shortened(id));
    }
    count("offsession.charges.duplicates", "conflicting", Boolean.toString(conflicting));
  }

  @Override
  public void foreignEvent(String reason) {
    count("offsession.charges.foreign.events", "reason", reason);
    if (reason.equals("no_document")) {
      log.warn("A Stripe event carries a request id that has no charge");
    }
  }

  @Override
  public void notPublished(ChargeRequestId id) {
    log.warn("{} events not published yet", shortened(id));
    count("offsession.charges.publish.failures", "topic", "charge-events");
  }

  private void count(String name, String tag, String value) {
    meters.counter(name, tag, value.toLowerCase(Locale.ROOT)).increment();
  }

  /** Ids come from outside: no line breaks, no endless lines. */
  private static String shortened(ChargeRequestId id) {
    String clean = id.value().replaceAll("[\\p{Cntrl}]", "?");
    return clean.length() <= 200 ? clean : clean.substring(0, 200) + "...";
  }
}

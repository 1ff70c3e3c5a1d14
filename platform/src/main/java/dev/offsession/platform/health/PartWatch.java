package dev.offsession.platform.health;

import static org.slf4j.LoggerFactory.getLogger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at one part from time to time and remembers what it found, so that a question for the
 * health is answered at once, however many ask and however silent the part is. Unknown until the
 * first look has ended. Each change is logged once.
 */
public final class PartWatch implements HealthIndicator, MeterBinder, SmartLifecycle {
  private static final Logger log = getLogger(PartWatch.class);

  private final String part;
  private final Probe probe;
  private final HealthSettings settings;
  private final Clock clock;
  private volatile @Nullable Standing standing;
  private volatile boolean running;
  private Thread thread = Thread.ofVirtual().unstarted(() -> {});

  /**
   * @param part its name in the log and in the meter
   */
  PartWatch(String part, Probe probe, HealthSettings settings, Clock clock) {
    this.part = part;
    this.probe = probe;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Standing now = standing;
    if (now == null) {
      return Health.unknown().withDetail("reason", "not looked at yet").build();
    }
    Health.Builder health = now.serves() ? Health.up() : Health.down();
    now.trouble().ifPresent(reason -> health.withDetail("reason", reason));
    return health.withDetail("since", now.since().toString()).build();
  }

  /** 1 while the part serves, 0 while it does not; nothing before the first look. */
  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("offsession.part.up", this, PartWatch::up)
        .tag("part", part)
        .description("1 while this part answers, 0 while it does not")
        .register(registry);
  }

  /** Before everything else, so that a start that has to wait says for what. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("watch-" + part).start(this::loop);
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void loop() {
    try {
      while (running) {
        look();
        Thread.sleep(settings.probePause());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** One look. */
  void look() throws InterruptedException {
    Optional<String> found = ask();
    Instant now = clock.instant();
    Standing before = standing;
    Standing after = before == null ? new Standing(found, now) : before.next(found, now);
    standing = after;
    tell(before, after);
  }

  private Optional<String> ask() throws InterruptedException {
    try {
      return probe.trouble(settings.probePatience());
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return Optional.of(part + " does not answer: " + rootOf(e));
    }
  }

  private void tell(@Nullable Standing before, Standing after) {
    boolean served = before == null || before.serves();
    if (served && !after.serves()) {
      log.warn("{} is away: {}", part, after.trouble().orElse(""));
    } else if (before != null && !served && after.serves()) {
      Duration away = Duration.between(before.since(), after.since());
      log.info("{} is back after {} s", part, away.toSeconds());
    }
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == null ? thrown : rootOf(cause);
  }

  private double up() {
    Standing now = standing;
    return now == null ? Double.NaN : now.serves() ? 1 : 0;
  }
}

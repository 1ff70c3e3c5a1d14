package dev.offsession.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void momentsLieAtEqualDistancesHoweverLateTheyAreTaken() {
    Schedule schedule = new Schedule(1_000, Duration.ofSeconds(1));

    long first = schedule.next();
    long second = schedule.next();

    assertThat(second - first).isEqualTo(1_000_000);
  }

  @Test
  void itEndsAfterAsManyMomentsAsFitIn() {
    Schedule schedule = new Schedule(100, Duration.ofMillis(50));

    for (int i = 0; i < 5; i++) {
      assertThat(schedule.next()).isNotEqualTo(Schedule.OVER);
    }
    assertThat(schedule.next()).isEqualTo(Schedule.OVER);
  }
}

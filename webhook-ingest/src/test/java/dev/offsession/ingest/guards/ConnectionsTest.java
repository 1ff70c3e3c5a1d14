package dev.offsession.ingest.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Connections connections = new Connections(3, meters);
  private final List<EmbeddedChannel> channels =
      IntStream.range(0, 5).mapToObj(_ -> new EmbeddedChannel()).toList();

  @Test
  void closeWhoHasWaitedLongestForOneTooMany() {
    open(0, 1, 2, 3);

    assertThat(closed()).containsExactly(0);
    assertThat(surplus()).isEqualTo(1);
  }

  @Test
  void leaveWhoIsBeingWorkedFor() {
    open(0, 1, 2);
    connections.works(channels.get(0));

    open(3);

    assertThat(closed()).containsExactly(1);
  }

  @Test
  void closeAnAnsweredOneInTheOrderOfItsLastAnswer() {
    open(0, 1, 2);
    connections.works(channels.get(0));
    connections.waits(channels.get(0));

    open(3, 4);

    assertThat(closed()).containsExactly(1, 2);
  }

  @Test
  void closeTheNewOneWhenAllOthersAreBeingWorkedFor() {
    open(0, 1, 2);
    channels.subList(0, 3).forEach(connections::works);

    open(3);

    assertThat(closed()).containsExactly(3);
  }

  @Test
  void haveRoomAgainWhenOneHasClosed() {
    open(0, 1, 2);
    connections.closed(channels.get(1));

    open(3);

    assertThat(closed()).isEmpty();
  }

  @Test
  void forgetAClosedOneThatIsAnsweredLate() {
    open(0, 1, 2);
    connections.closed(channels.get(0));
    connections.waits(channels.get(0));

    open(3, 4);

    assertThat(closed()).as("not the closed one once more").containsExactly(1);
  }

  private void open(int... numbers) {
    for (int number : numbers) {
      connections.opened(channels.get(number));
    }
  }

  private List<Integer> closed() {
    return IntStream.range(0, channels.size())
        .filter(i -> !((Channel) channels.get(i)).isOpen())
        .boxed()
        .toList();
  }

  private double surplus() {
    return meters
        .counter("offsession.webhooks.refused", "endpoint", "any", "reason", "TOO_MANY_CONNECTIONS")
        .count();
  }
}

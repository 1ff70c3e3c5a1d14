package dev.offsession.systemtests.dev;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.systemtests.stack.Dev;
import dev.offsession.systemtests.stack.Dev.Ended;
import dev.offsession.systemtests.stack.Merchant;
import dev.offsession.systemtests.stack.WithStack;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person finds a dead letter, looks at it, and sends it back. */
@ExtendWith(WithStack.class)
class DeadLetterCommandTest {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final String TOPIC = "charge-cancellation-requested-dlt";
  private static final Pattern PLACE = Pattern.compile(TOPIC + "-(\\d+)@(\\d+)");

  @Test
  void isListedShownAndSentBackOnce(Merchant merchant) throws Exception {
    Dev dev = merchant.stack().dev();
    byte[] rubbish = "{no avro}".getBytes(UTF_8);
    merchant.producer().send(new ProducerRecord<>("charge-cancellation-requested", "x", rubbish));

    Matcher place = awaitListed(dev);
    String[] which = {"--topic", TOPIC, "--partition", place.group(1), "--offset", place.group(2)};

    assertThat(run(dev, "show", which)).contains("{no avro}", "7b 6e 6f", "reason");
    assertThat(run(dev, "replay", which)).contains("-> charge-cancellation-requested-", "1 sent");
    assertThat(run(dev, "replay", which)).contains("was replayed before", "0 sent");
  }

  private static Matcher awaitListed(Dev dev) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> PLACE.matcher(run(dev, "list", "--topic", TOPIC)), Matcher::find);
  }

  private static String run(Dev dev, String verb, String... options) {
    String[] command = new String[options.length + 2];
    command[0] = "dlt";
    command[1] = verb;
    System.arraycopy(options, 0, command, 2, options.length);
    Ended ended = dev.run(command);
    assertThat(ended.exit()).as(ended.output()).isZero();
    return ended.output();
  }
}

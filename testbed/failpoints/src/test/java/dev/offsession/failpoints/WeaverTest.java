package dev.offsession.failpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offsession.failpoints.Failpoint.Moment;
import dev.offsession.failpoints.runtime.Action;
import dev.offsession.failpoints.runtime.Armed;
import dev.offsession.failpoints.runtime.Trap;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeaverTest {
  @TempDir static Path directory;

  private final Object till = woven();

  @BeforeAll
  static void shareAFolder() {
    System.setProperty(Trap.DIRECTORY_PROPERTY, directory.toString());
  }

  @AfterAll
  static void forgetIt() {
    System.clearProperty(Trap.DIRECTORY_PROPERTY);
  }

  @AfterEach
  void disarm() {
    Armed.disarm(directory);
  }

  @Test
  void aWovenMethodDoesWhatItDid() throws Exception {
    assertThat(take("ann", 5)).isEqualTo(5L);
    assertThat(take("ben", 7)).isEqualTo(14L);
  }

  @Test
  void beforeMeansThatNothingHasHappened() throws Exception {
    arm(Moment.BEFORE, "");

    assertThatThrownBy(() -> take("ann", 5)).hasMessageContaining("Till#take@BEFORE");
    assertThat(count()).isEqualTo(0);
  }

  @Test
  void afterMeansThatItHasHappenedAndNobodyKnows() throws Exception {
    arm(Moment.AFTER, "");

    assertThatThrownBy(() -> take("ann", 5)).hasMessageContaining("Till#take@AFTER");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void firesOnceAndTellsWho() throws Exception {
    arm(Moment.AFTER, "");
    assertThatThrownBy(() -> take("ann", 5));

    assertThat(take("ann", 5)).isEqualTo(10L);
    assertThat(Armed.fired(directory).orElseThrow().pid()).isEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void waitsForTheArgumentItIsMeantFor() throws Exception {
    arm(Moment.BEFORE, "ben");

    assertThat(take("ann", 5)).isEqualTo(5L);
    assertThatThrownBy(() -> take("ben", 5)).hasMessageContaining("Till#take@BEFORE");
  }

  @Test
  void waitsForTheHit() throws Exception {
    new Armed("third", "dev.offsession.failpoints.Till#take@BEFORE", "", Action.EXCEPTION, 3)
        .in(directory);

    take("ann", 1);
    take("ann", 1);
    assertThatThrownBy(() -> take("ann", 1)).hasMessageContaining("Till#take@BEFORE");
  }

  private static void arm(Moment moment, String seen) {
    new Failpoint("till.take", Till.class.getName(), "take", moment, seen)
        .armed("test-" + moment + seen + System.nanoTime(), Action.EXCEPTION)
        .in(directory);
  }

  private Object take(String who, long amount) throws Exception {
    try {
      var method = till.getClass().getMethod("take", String.class, long.class);
      return Objects.requireNonNull(method.invoke(till, who, amount));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException trapped ? trapped : e;
    }
  }

  private Object count() throws Exception {
    return Objects.requireNonNull(till.getClass().getMethod("count").invoke(till));
  }

  private static Object woven() {
    try (InputStream in = Till.class.getResourceAsStream("Till.class")) {
      byte[] bytes = Weaver.weave(Objects.requireNonNull(in).readAllBytes(), Set.of("take"));
      return new OneClass(bytes).loaded().getConstructor().newInstance();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class OneClass extends ClassLoader {
    private final byte[] bytes;

    OneClass(byte[] bytes) {
      super(WeaverTest.class.getClassLoader());
      this.bytes = bytes;
    }

    Class<?> loaded() {
      return defineClass(Till.class.getName(), bytes, 0, bytes.length);
    }
  }
}

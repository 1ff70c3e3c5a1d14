package dev.offsession.failpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.failpoints.Failpoint.Moment;
import dev.offsession.failpoints.table.Failpoints;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailpointsTest {

  static List<Failpoint> all() {
    return Failpoints.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void standsAtAMethodThatTheServiceHas(Failpoint point) throws IOException {
    assertThat(methodsOf(point.owner())).as(point.name()).contains(point.method());
  }

  @Test
  void everyNameIsGivenOnce() {
    assertThat(Failpoints.all()).extracting(Failpoint::name).doesNotHaveDuplicates();
  }

  @Test
  void thereAreMoreThanFifty() {
    assertThat(Failpoints.all()).hasSizeGreaterThan(50);
  }

  @Test
  void onePerStepLeavesNoStepOut() {
    List<Failpoint> chosen = Failpoints.onePerStep();

    assertThat(chosen).hasSizeGreaterThan(50);
    assertThat(chosen).extracting(Failpoint::step).doesNotHaveDuplicates();
    assertThat(chosen)
        .extracting(Failpoint::step)
        .containsAll(Failpoints.all().stream().map(Failpoint::step).toList());
    assertThat(chosen).extracting(Failpoint::moment).contains(Moment.BEFORE, Moment.AFTER);
  }

  private static List<String> methodsOf(String owner) throws IOException {
    String file = "/" + owner.replace('.', '/') + ".class";
    try (InputStream in = FailpointsTest.class.getResourceAsStream(file)) {
      assertThat(in).as(file).isNotNull();
      return ClassFile.of().parse(in.readAllBytes()).methods().stream()
          .filter(method -> method.code().isPresent())
          .map(method -> method.methodName().stringValue())
          .toList();
    }
  }
}

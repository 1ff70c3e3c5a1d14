package dev.offsession.platform.parts;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Under profile {@code docker} with no container engine: one line, and nothing fails. */
final class EngineCondition implements ExecutionCondition {

  private static final String NO_ENGINE =
      "Profile docker: no container engine answers, so the suites on real engines are skipped.";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return !RealParts.inDocker() || Engine.IS_THERE
        ? ConditionEvaluationResult.enabled("")
        : ConditionEvaluationResult.disabled(NO_ENGINE);
  }

  private static final class Engine {
    static final boolean IS_THERE = lookOnce();

    private static boolean lookOnce() {
      boolean there = DockerClientFactory.instance().isDockerAvailable();
      if (!there) {
        System.out.println(NO_ENGINE);
      }
      return there;
    }
  }
}

package dev.offsession.platform.settings;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Reports a setting whose text is not of its type, without repeating the text. */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class BindingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
    BindException innermost = innermost(cause);
    SettingException wrong =
        SettingException.wrong(innermost.getName().toString(), "must be " + kind(innermost));
    return SettingReport.of(wrong);
  }

  private static BindException innermost(BindException cause) {
    BindException found = cause;
    for (Throwable next = cause; next != null; next = next.getCause()) {
      if (next instanceof BindException inner) {
        found = inner;
      }
    }
    return found;
  }

  private static String kind(BindException cause) {
    Class<?> type = cause.getTarget().getType().resolve(Object.class);
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    return switch (type.getSimpleName()) {
      case "Duration" -> "a duration, such as 30s or 24h";
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "boolean", "Boolean" -> "true or false";
      case "DataSize" -> "a size, such as 512KB";
      default -> "a " + type.getSimpleName();
    };
  }
}

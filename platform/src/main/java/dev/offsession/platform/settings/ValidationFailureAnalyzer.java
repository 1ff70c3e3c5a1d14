package dev.offsession.platform.settings;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Reports settings that a {@code @Validated} record refuses, without their values. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ValidationFailureAnalyzer extends AbstractFailureAnalyzer<BindValidationException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BindValidationException cause) {
    ValidationErrors errors = cause.getValidationErrors();
    List<SettingException> refusals =
        errors.getAllErrors().stream().map(error -> refusal(errors.getName(), error)).toList();
    return SettingReport.of(SettingException.all(refusals));
  }

  private static SettingException refusal(ConfigurationPropertyName prefix, ObjectError error) {
    if (!(error instanceof FieldError field)) {
      return SettingException.wrong(prefix.toString(), problem(error));
    }
    String property = prefix + "." + dashed(field.getField());
    return isAbsent(field.getRejectedValue())
        ? SettingException.missing(property)
        : SettingException.wrong(property, problem(error));
  }

  private static boolean isAbsent(@Nullable Object value) {
    return value == null || (value instanceof String text && text.isBlank());
  }

  private static String problem(ObjectError error) {
    String message = error.getDefaultMessage();
    return message == null ? "has a value that cannot be used" : message;
  }

  /** Java's {@code readTimeout} is {@code read-timeout} in a property. */
  private static String dashed(String field) {
    return field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}

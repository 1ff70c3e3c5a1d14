package dev.offsession.collector.customers.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The name of a time zone, such as {@code Asia/Tokyo}. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TimeZoneId.Known.class)
@interface TimeZoneId {
  String message() default "must be the name of a time zone, such as Asia/Tokyo";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Knows the zones that this JDK knows. */
  final class Known implements ConstraintValidator<TimeZoneId, String> {
    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
      return value == null || ZoneId.getAvailableZoneIds().contains(value);
    }
  }
}

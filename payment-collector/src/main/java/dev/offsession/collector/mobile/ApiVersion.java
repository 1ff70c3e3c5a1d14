package dev.offsession.collector.mobile;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A Stripe API version as a mobile SDK names it, such as {@code 2026-07-29.dahlia}. */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(
    regexp = "\\d{4}-\\d{2}-\\d{2}(\\.[a-z]+)?",
    message = "must be a Stripe API version, such as 2026-07-29.dahlia")
public @interface ApiVersion {
  String message() default "must be a Stripe API version, such as 2026-07-29.dahlia";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}

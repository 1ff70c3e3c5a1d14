package dev.offsession.ingest.backfill;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Leaves a part of the service out when it has no key to ask Stripe with. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnlyWithStripeKey.KeyIsSet.class)
public @interface OnlyWithStripeKey {

  /** The key itself is checked by module platform. */
  final class KeyIsSet implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !context.getEnvironment().getProperty("offsession.stripe.secret-key", "").isBlank();
    }
  }
}

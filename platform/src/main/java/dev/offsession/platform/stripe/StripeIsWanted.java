package dev.offsession.platform.stripe;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** No key is a mistake, unless the service has declared that it can do without Stripe. */
final class StripeIsWanted implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment environment = context.getEnvironment();
    boolean optional =
        environment.getProperty("offsession.stripe.optional", Boolean.class, Boolean.FALSE);
    return !optional || !environment.getProperty("offsession.stripe.secret-key", "").isBlank();
  }
}

package dev.offsession.benchmarks.baseline;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What the baselines have in common: ordinary Spring Boot without our platform's wiring. */
public final class Baselines {
  /** The class path of this module holds our platform too; a baseline does without it. */
  private static final String NO_PLATFORM =
      "spring.autoconfigure.exclude="
          + "dev.offsession.platform.settings.SettingsAutoConfiguration,"
          + "dev.offsession.platform.avro.AvroAutoConfiguration,"
          + "dev.offsession.platform.kafka.KafkaPlatformAutoConfiguration,"
          + "dev.offsession.platform.mongo.MongoPlatformAutoConfiguration,"
          + "dev.offsession.platform.stripe.StripeAutoConfiguration,"
          + "dev.offsession.platform.web.WebPlatformAutoConfiguration";

  private Baselines() {}

  /** An application on WebFlux. */
  public static SpringApplicationBuilder reactive(Class<?> application) {
    return of(application, WebApplicationType.REACTIVE);
  }

  /** An application on Spring MVC. */
  public static SpringApplicationBuilder servlet(Class<?> application) {
    return of(application, WebApplicationType.SERVLET);
  }

  /** An application without a web server. */
  public static SpringApplicationBuilder worker(Class<?> application) {
    return of(application, WebApplicationType.NONE);
  }

  private static SpringApplicationBuilder of(Class<?> application, WebApplicationType type) {
    return new SpringApplicationBuilder(application)
        .web(type)
        .properties(NO_PLATFORM, "server.address=127.0.0.1", "spring.main.banner-mode=off");
  }
}

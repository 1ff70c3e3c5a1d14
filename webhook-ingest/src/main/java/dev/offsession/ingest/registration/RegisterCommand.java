package dev.offsession.ingest.registration;

import dev.offsession.ingest.registration.stripe.StripeRegistrarConfiguration;
import dev.offsession.ingest.webhooks.IngestProperties;
import dev.offsession.platform.settings.Setting;
import dev.offsession.platform.settings.SettingException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * {@code java -jar webhook-ingest-exec.jar register --url https://…/webhooks/stripe/default}: sets
 * the endpoint up at Stripe with the pinned API version and the event types our services read. It
 * needs {@code offsession.stripe.secret-key} and neither Kafka nor the registry.
 */
@Import(StripeRegistrarConfiguration.class)
@EnableConfigurationProperties(IngestProperties.class)
public class RegisterCommand {

  /** First word of the command line. */
  public static final String NAME = "register";

  private static final String PATH = "/webhooks/stripe/";

  /** Exit code 0 only when the endpoint is right. Problems with settings end in an exception. */
  public static int run(String[] words, PrintStream out) {
    String[] settings = settings(words);
    try (var context =
        new SpringApplicationBuilder(RegisterCommand.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .run(settings)) {
      return register(context, out);
    } catch (RegistrationException e) {
      out.println(e.getMessage());
      return 1;
    }
  }

  /** {@code --url x} as {@code --url=x}, which is how Spring reads it. */
  private static String[] settings(String[] words) {
    List<String> rest = Arrays.asList(words).subList(1, words.length);
    int at = rest.indexOf("--url");
    if (at < 0 || at + 1 == rest.size()) {
      return rest.toArray(String[]::new);
    }
    return Stream.of(
            rest.subList(0, at).stream(),
            Stream.of("--url=" + rest.get(at + 1)),
            rest.subList(at + 2, rest.size()).stream())
        .flatMap(part -> part)
        .toArray(String[]::new);
  }

  private static int register(ConfigurableApplicationContext context, PrintStream out) {
    Environment environment = context.getEnvironment();
    String url = url(environment);
    List<String> types = context.getBean(IngestProperties.class).eventTypes();
    return tell(context.getBean(Registrar.class).register(url, types), url, types.size(), out);
  }

  private static String url(Environment environment) {
    String url = Setting.httpUrl("url", environment.getProperty("url"));
    boolean live = environment.acceptsProfiles(Profiles.of("live"));
    if (live && !url.startsWith("https://")) {
      throw SettingException.wrong("url", "must start with https because profile live is active");
    }
    int at = url.indexOf(PATH);
    if (at < 0 || url.indexOf('/', at + PATH.length()) > 0) {
      throw SettingException.wrong("url", "must end with " + PATH + " and the endpoint's name");
    }
    return url;
  }

  private static int tell(Registration done, String url, int types, PrintStream out) {
    switch (done) {
      case Registration.Created(String id, String secret) -> {
        out.printf("%s created for %s with %d event types.%n", id, url, types);
        out.printf("Its signing secret, which Stripe tells only this once:%n%n  %s%n%n", secret);
        out.printf("Next: %s, then start webhook-ingest.%n", setting(url));
        return 0;
      }
      case Registration.Updated(String id) ->
          out.printf("%s updated: %d event types. Its signing secret is unchanged.%n", id, types);
      case Registration.Unchanged(String id) -> out.printf("%s is right already.%n", id);
      case Registration.OtherVersion(String id, String version) -> {
        out.printf(
            "%s renders events in %s, and Stripe cannot change that. Delete it at Stripe, then run"
                + " this command again.%n",
            id, version);
        return 1;
      }
    }
    return 0;
  }

  private static String setting(String url) {
    String name = url.substring(url.indexOf(PATH) + PATH.length());
    return name.equals("default")
        ? "set OFFSESSION_STRIPE_WEBHOOK_SECRET to it"
        : "set offsession.ingest.endpoints." + name + ".webhook-secret to it";
  }
}

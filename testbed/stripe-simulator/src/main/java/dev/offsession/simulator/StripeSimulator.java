package dev.offsession.simulator;

import dev.offsession.simulator.api.Expander;
import dev.offsession.simulator.api.StripeApi;
import dev.offsession.simulator.client.ClientApi;
import dev.offsession.simulator.client.StaticPages;
import dev.offsession.simulator.control.ControlApi;
import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.EngineSettings;
import dev.offsession.simulator.engine.Ids;
import dev.offsession.simulator.faults.Faults;
import dev.offsession.simulator.http.Answers;
import dev.offsession.simulator.http.ApiPipeline;
import dev.offsession.simulator.http.CallRunner;
import dev.offsession.simulator.http.Dispatcher;
import dev.offsession.simulator.http.HttpFront;
import dev.offsession.simulator.http.Routes;
import dev.offsession.simulator.idempotency.SavedAnswers;
import dev.offsession.simulator.quota.Quotas;
import dev.offsession.simulator.render.EventJson;
import dev.offsession.simulator.render.Renderer;
import dev.offsession.simulator.webhooks.Webhooks;
import java.net.InetSocketAddress;
import java.time.InstantSource;

/**
 * A running Stripe simulator. Development and tests only: it refuses every live key.
 *
 * <pre>{@code
 * try (var stripe = StripeSimulator.start(SimulatorSettings.onFreePort())) {
 *   StripeClient.builder().setApiKey("sk_test_any").setApiBase(stripe.baseUrl()).build();
 * }
 * }</pre>
 */
public final class StripeSimulator implements AutoCloseable {
  private final HttpFront front;
  private final String baseUrl;
  private final Webhooks webhooks;
  private final Ticker ticker;

  private StripeSimulator(HttpFront front, String baseUrl, Webhooks webhooks, Ticker ticker) {
    this.front = front;
    this.baseUrl = baseUrl;
    this.webhooks = webhooks;
    this.ticker = ticker;
  }

  /** Starts a simulator; it answers when this returns. */
  public static StripeSimulator start(SimulatorSettings settings) {
    checkControl(settings);
    HttpFront front = HttpFront.bind(settings.host(), settings.port());
    String baseUrl = "http://%s:%d".formatted(settings.host(), front.port());
    Account account =
        new Account(InstantSource.system(), new Ids(settings.seed()), EngineSettings.DEFAULT);
    settings
        .webhooks()
        .forEach(target -> account.webhookEndpoints().register(target.url(), target.secret()));
    Renderer renderer = new Renderer(baseUrl);
    EventJson events = new EventJson(renderer);
    Webhooks webhooks =
        new Webhooks(
            account,
            events,
            settings.apiVersion(),
            settings.retries().delays(),
            settings.webhookTimeout());
    front.serve(dispatcher(settings, account, renderer, events, webhooks));
    return new StripeSimulator(front, baseUrl, webhooks, Ticker.start(account, webhooks));
  }

  /** The address for {@code api-base}, without a slash at the end. */
  public String baseUrl() {
    return baseUrl;
  }

  @Override
  public void close() {
    ticker.close();
    front.close();
    webhooks.close();
  }

  /** Whoever reaches the control API can do anything, so it must not leave this machine. */
  private static void checkControl(SimulatorSettings settings) {
    boolean local = new InetSocketAddress(settings.host(), 0).getAddress().isLoopbackAddress();
    if (settings.controlApi() && !local) {
      throw new IllegalArgumentException(
          "The control API needs a loopback address; bind 127.0.0.1 or switch it off");
    }
  }

  private static Dispatcher dispatcher(
      SimulatorSettings settings,
      Account account,
      Renderer renderer,
      EventJson events,
      Webhooks webhooks) {
    Routes routes =
        StripeApi.routes(account, renderer, events, webhooks.log(), settings.apiVersion());
    SavedAnswers saved = new SavedAnswers(account.clock()::now);
    Faults faults = new Faults(account.ids());
    Answers answers = new Answers(renderer, settings.apiVersion());
    CallRunner runner =
        new CallRunner(
            account,
            saved,
            new Expander(account.store(), renderer),
            webhooks,
            answers,
            settings.lockPatience());
    Quotas quotas = new Quotas(System::nanoTime);
    ApiPipeline pipeline = new ApiPipeline(account, routes, faults, quotas, runner, answers);
    ControlApi control =
        new ControlApi(account, renderer, webhooks, faults, saved, quotas, pipeline.log());
    return new Dispatcher(
        pipeline,
        new ClientApi(account, renderer, webhooks, settings.merchantName()),
        settings.controlApi() ? control::handle : null,
        new StaticPages(),
        webhooks);
  }
}

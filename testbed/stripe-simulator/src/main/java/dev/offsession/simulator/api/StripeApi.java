package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.http.Routes;
import dev.offsession.simulator.render.EventJson;
import dev.offsession.simulator.render.Renderer;
import dev.offsession.simulator.webhooks.DeliveryLog;

/** All endpoints of the simulated API. */
public final class StripeApi {
  private StripeApi() {}

  /** The routes over one account. */
  public static Routes routes(
      Account account,
      Renderer renderer,
      EventJson events,
      DeliveryLog deliveries,
      String apiVersion) {
    Routes routes = new Routes();
    new CustomerEndpoints(account, renderer).addTo(routes);
    new PaymentMethodEndpoints(account, renderer).addTo(routes);
    new SetupIntentEndpoints(account, renderer).addTo(routes);
    new PaymentIntentEndpoints(account, renderer).addTo(routes);
    new ChargeEndpoints(account, renderer).addTo(routes);
    new EventEndpoints(account, events, deliveries, apiVersion).addTo(routes);
    new WebhookEndpointEndpoints(account, renderer).addTo(routes);
    new MobileEndpoints(account).addTo(routes);
    return routes;
  }
}

package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.engine.WebhookEndpoint;
import dev.offsession.simulator.engine.WebhookEndpoints;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.http.ApiCall;
import dev.offsession.simulator.http.Routes;
import dev.offsession.simulator.render.Renderer;
import dev.offsession.simulator.render.WebhookEndpointJson;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/webhook_endpoints}. */
final class WebhookEndpointEndpoints {
  private final Account account;
  private final WebhookEndpoints endpoints;
  private final Renderer renderer;

  WebhookEndpointEndpoints(Account account, Renderer renderer) {
    this.account = account;
    this.endpoints = account.webhookEndpoints();
    this.renderer = renderer;
  }

  void addTo(Routes routes) {
    routes
        .server("POST", "/v1/webhook_endpoints", this::create)
        .server("GET", "/v1/webhook_endpoints", this::list)
        .server("GET", "/v1/webhook_endpoints/{id}", this::get)
        .server("POST", "/v1/webhook_endpoints/{id}", this::update)
        .server("DELETE", "/v1/webhook_endpoints/{id}", this::delete);
  }

  private ObjectNode create(ApiCall call) {
    Params params = call.params();
    String url = params.required("url");
    if (!url.matches("https?://.+")) {
      throw Refusal.invalid("url_invalid", "url", "Invalid URL: an explicit scheme is required.");
    }
    var events = params.texts("enabled_events");
    if (events.isEmpty()) {
      throw Refusal.missing("enabled_events");
    }
    String version = params.text("api_version");
    String description = params.text("description");
    Map<String, String> metadata = params.metadata("metadata").over(Map.of());
    params.ignore("connect");
    params.finish();
    return WebhookEndpointJson.withSecret(
        endpoints.create(url, events, version, description, metadata));
  }

  /** Stripe changes neither the API version nor the secret of an endpoint. */
  private ObjectNode update(ApiCall call) {
    Params params = call.params();
    WebhookEndpoint present = endpoints.get(call.id());
    String url = params.text("url");
    var events = params.texts("enabled_events");
    String description = params.text("description");
    Map<String, String> metadata = params.metadata("metadata").over(present.metadata());
    params.ignore("disabled");
    params.finish();
    return renderer.render(
        endpoints.update(
            present.updated(
                url == null ? present.url() : url,
                events.isEmpty() ? present.enabledEvents() : events,
                description == null ? present.description() : description,
                metadata)));
  }

  private ObjectNode get(ApiCall call) {
    call.params().finish();
    return renderer.render(endpoints.get(call.id()));
  }

  private ObjectNode list(ApiCall call) {
    ObjectNode page =
        Paging.list(
            call,
            account.store().webhookEndpoints().newestFirst(),
            WebhookEndpoint::id,
            renderer::render);
    call.params().finish();
    return page;
  }

  private ObjectNode delete(ApiCall call) {
    call.params().finish();
    endpoints.delete(call.id());
    return WebhookEndpointJson.deleted(call.id());
  }
}

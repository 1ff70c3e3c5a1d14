package dev.offsession.simulator.render;

import dev.offsession.simulator.engine.WebhookEndpoint;
import tools.jackson.databind.node.ObjectNode;

/** Webhook endpoints; the secret is shown once, when the endpoint is made. */
public final class WebhookEndpointJson {
  private WebhookEndpointJson() {}

  /** The endpoint with its signing secret: for the create reply only. */
  public static ObjectNode withSecret(WebhookEndpoint endpoint) {
    return render(endpoint).put("secret", endpoint.secret());
  }

  /** What is left of a deleted endpoint. */
  public static ObjectNode deleted(String id) {
    return CustomerJson.deleted(id, "webhook_endpoint");
  }

  static ObjectNode render(WebhookEndpoint endpoint) {
    return Json.object()
        .with("id", endpoint.id())
        .with("object", "webhook_endpoint")
        .with("api_version", endpoint.apiVersion())
        .with("application", null)
        .with("created", endpoint.created())
        .with("description", endpoint.description())
        .with("enabled_events", endpoint.enabledEvents())
        .with("livemode", false)
        .with("metadata", endpoint.metadata())
        .with("status", "enabled")
        .with("url", endpoint.url())
        .done();
  }
}

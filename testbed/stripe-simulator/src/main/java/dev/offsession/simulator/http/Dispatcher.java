package dev.offsession.simulator.http;

import dev.offsession.simulator.client.ClientApi;
import dev.offsession.simulator.client.StaticPages;
import dev.offsession.simulator.render.Json;
import dev.offsession.simulator.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;

/** Sends each request to the part that it is for. */
public final class Dispatcher implements HttpFront.Service {
  private final ApiPipeline api;
  private final ClientApi client;
  private final HttpFront.@Nullable Service control;
  private final StaticPages pages;
  private final Webhooks webhooks;

  /** A dispatcher; no control service means that the control API is off. */
  public Dispatcher(
      ApiPipeline api,
      ClientApi client,
      HttpFront.@Nullable Service control,
      StaticPages pages,
      Webhooks webhooks) {
    this.api = api;
    this.client = client;
    this.control = control;
    this.pages = pages;
    this.webhooks = webhooks;
  }

  @Override
  public HttpFront.Response handle(RawRequest request) {
    String path = request.path();
    if (request.method().equals("OPTIONS")) {
      return HttpFront.Response.of(Cors.preflight());
    }
    if (path.startsWith("/_client/")) {
      return client.handle(request);
    }
    if (path.startsWith("/_sim/") && control != null) {
      return control.handle(request);
    }
    if (path.equals("/health") || path.equals("/healthcheck")) {
      return HttpFront.Response.of(HttpReply.json(200, Json.object().with("status", "UP").done()));
    }
    return pages.find(path).map(HttpFront.Response::of).orElseGet(() -> api(request));
  }

  private HttpFront.Response api(RawRequest request) {
    Handled handled = api.handle(request);
    return new HttpFront.Response(handled.reply(), () -> webhooks.send(handled.afterwards()));
  }
}

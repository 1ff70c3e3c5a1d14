package dev.offsession.simulator.http;

import dev.offsession.simulator.engine.Cause;
import dev.offsession.simulator.engine.Intent;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.render.View;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API, understood but not yet done.
 *
 * @param pathVariables what stands for {@code {id}} in the route
 * @param view what the caller may see: everything with a secret key
 */
public record ApiCall(
    String method,
    String path,
    Map<String, String> pathVariables,
    Params params,
    View view,
    String requestId,
    @Nullable String idempotencyKey,
    @Nullable String stripeVersion) {

  /** The id in the path. */
  public String id() {
    return variable("id");
  }

  /** A variable of the path. */
  public String variable(String name) {
    String value = pathVariables.get(name);
    if (value == null) {
      throw new IllegalStateException("The route has no variable " + name);
    }
    return value;
  }

  /** What the events of this call name as their cause. */
  public Cause cause() {
    return new Cause(requestId, idempotencyKey);
  }

  /** True for the customer's browser. */
  public boolean fromBrowser() {
    return view == View.PUBLISHABLE;
  }

  /** A browser sees an intent only with its client secret; a wrong one reveals nothing. */
  public void checkClientSecret(Intent intent) {
    String secret = params.text("client_secret");
    boolean needed = fromBrowser() || secret != null;
    if (needed && !intent.clientSecret().equals(secret)) {
      throw Refusal.invalid(
          intent.kind() + "_invalid_parameter",
          "client_secret",
          "The client_secret provided does not match any associated %s on this account."
              .formatted(intent.kind()));
    }
  }
}

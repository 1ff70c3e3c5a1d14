package dev.offsession.simulator.http;

import dev.offsession.simulator.engine.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints of the API by method and path. */
public final class Routes {
  private final List<Route> routes = new ArrayList<>();

  /** Does one call; runs under the account's lock. */
  @FunctionalInterface
  public interface Handler {
    /** The object or list that answers the call. */
    ObjectNode handle(ApiCall call);
  }

  /** An endpoint; {@code {name}} in the template stands for one step of the path. */
  public record Route(String method, List<String> template, Access access, Handler handler) {
    /** What quotas count by, such as {@code POST /v1/payment_intents/{id}/confirm}. */
    String name() {
      return method + " " + String.join("/", template);
    }
  }

  /** An endpoint that fits a path, with its variables. */
  public record Match(Route route, Map<String, String> variables) {}

  /** Adds an endpoint for the merchant's server. */
  public Routes server(String method, String template, Handler handler) {
    routes.add(new Route(method, steps(template), Access.SERVER, handler));
    return this;
  }

  /** Adds an endpoint for the server and for browsers. */
  public Routes browser(String method, String template, Handler handler) {
    routes.add(new Route(method, steps(template), Access.BROWSER_TOO, handler));
    return this;
  }

  /** The endpoint for a call, or a refusal with 404. */
  public Match match(String method, String path) {
    return routes.stream()
        .filter(route -> route.method.equals(method))
        .flatMap(route -> fit(route, path).stream())
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                404,
                dev.offsession.simulator.engine.ApiError.plain(
                    dev.offsession.simulator.engine.ErrorType.INVALID_REQUEST_ERROR,
                    null,
                    "Unrecognized request URL (%s: %s).".formatted(method, path),
                    null),
                false));
  }

  /** Whether browsers may call this path with any method. */
  public boolean opensToBrowsers(String path) {
    return routes.stream()
        .anyMatch(route -> route.access == Access.BROWSER_TOO && fit(route, path).isPresent());
  }

  private static Optional<Match> fit(Route route, String path) {
    Map<String, String> variables = variables(route.template, steps(path));
    return variables == null ? Optional.empty() : Optional.of(new Match(route, variables));
  }

  private static @Nullable Map<String, String> variables(
      List<String> template, List<String> actual) {
    if (template.size() != actual.size()) {
      return null;
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < template.size(); i++) {
      String step = template.get(i);
      if (step.startsWith("{")) {
        variables.put(step.substring(1, step.length() - 1), actual.get(i));
      } else if (!step.equals(actual.get(i))) {
        return null;
      }
    }
    return variables;
  }

  private static List<String> steps(String path) {
    return List.of(path.split("/", -1));
  }
}

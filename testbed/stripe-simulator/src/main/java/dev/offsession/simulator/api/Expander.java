package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.engine.Resource;
import dev.offsession.simulator.engine.Store;
import dev.offsession.simulator.render.Renderer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces ids by the objects they name, as {@code expand[]} asks. */
public final class Expander {
  private static final int DEPTH_MAX = 4;

  private static final Set<String> EXPANDABLE =
      Set.of(
          "payment_intent.customer",
          "payment_intent.payment_method",
          "payment_intent.latest_charge",
          "setup_intent.customer",
          "setup_intent.payment_method",
          "setup_intent.latest_attempt",
          "setup_intent.mandate",
          "payment_method.customer",
          "charge.customer",
          "charge.payment_intent",
          "charge.balance_transaction",
          "refund.charge",
          "refund.payment_intent",
          "setup_attempt.customer",
          "setup_attempt.payment_method",
          "setup_attempt.setup_intent",
          "mandate.payment_method",
          "customer_session.customer",
          "customer.invoice_settings.default_payment_method");

  private final Store store;
  private final Renderer renderer;

  /** An expander over the account's objects. */
  public Expander(Store store, Renderer renderer) {
    this.store = store;
    this.renderer = renderer;
  }

  /** Expands one dot path in place. */
  public void expand(ObjectNode root, String path) {
    List<String> steps = List.of(path.split("\\.", -1));
    if (steps.size() > DEPTH_MAX) {
      throw Refusal.invalid("expand", "You cannot expand more than 4 levels of a property.");
    }
    walk(root, typeOf(root, ""), steps, path);
  }

  private void walk(ObjectNode node, String type, List<String> steps, String path) {
    String step = steps.getFirst();
    String place = type + "." + step;
    JsonNode child = node.get(step);
    List<String> rest = steps.subList(1, steps.size());
    if (EXPANDABLE.contains(place)) {
      if (child != null && child.isString()) {
        child = find(child.asString()).map(renderer::render).orElse(null);
        node.set(step, child);
      }
    } else if (child == null || rest.isEmpty() || child.isValueNode()) {
      throw Refusal.invalid("expand", "This property cannot be expanded (%s).".formatted(path));
    }
    descend(child, place, rest, path);
  }

  private void descend(
      @org.jspecify.annotations.Nullable JsonNode child,
      String place,
      List<String> rest,
      String path) {
    if (rest.isEmpty()) {
      return;
    }
    if (child instanceof ArrayNode items) {
      items.forEach(item -> walk((ObjectNode) item, typeOf((ObjectNode) item, place), rest, path));
    } else if (child instanceof ObjectNode object) {
      walk(object, typeOf(object, place), rest, path);
    }
  }

  private static String typeOf(ObjectNode node, String place) {
    JsonNode type = node.get("object");
    return type == null ? place : type.asString();
  }

  private Optional<? extends Resource> find(String id) {
    String prefix = id.substring(0, id.indexOf('_') + 1);
    return switch (prefix) {
      case "cus_" -> store.customers().find(id);
      case "pi_" -> store.paymentIntents().find(id);
      case "seti_" -> store.setupIntents().find(id);
      case "setatt_" -> store.setupAttempts().find(id);
      case "mandate_" -> store.mandates().find(id);
      case "ch_" -> store.charges().find(id);
      case "txn_" -> store.balanceTransactions().find(id);
      default -> store.paymentMethods().find(id);
    };
  }
}

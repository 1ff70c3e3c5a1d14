package dev.offsession.simulator.render;

import dev.offsession.simulator.engine.Customer;
import tools.jackson.databind.node.ObjectNode;

/** Customers. */
final class CustomerJson {
  private CustomerJson() {}

  static ObjectNode render(Customer customer) {
    if (customer.deleted()) {
      return deleted(customer.id(), "customer");
    }
    Customer.Profile profile = customer.profile();
    return Json.object()
        .with("id", customer.id())
        .with("object", "customer")
        .with("address", null)
        .with("balance", 0)
        .with("created", customer.created())
        .with("currency", null)
        .with("default_source", null)
        .with("delinquent", false)
        .with("description", profile.description())
        .with("discount", null)
        .with("email", profile.email())
        .with("invoice_prefix", invoicePrefix(customer.id()))
        .with(
            "invoice_settings",
            Json.object()
                .with("custom_fields", null)
                .with("default_payment_method", profile.defaultPaymentMethod())
                .with("footer", null)
                .with("rendering_options", null))
        .with("livemode", false)
        .with("metadata", profile.metadata())
        .with("name", profile.name())
        .with("next_invoice_sequence", 1)
        .with("phone", profile.phone())
        .with("preferred_locales", profile.preferredLocales())
        .with("shipping", null)
        .with("tax_exempt", "none")
        .with("test_clock", null)
        .done();
  }

  /** What is left of a deleted object. */
  static ObjectNode deleted(String id, String kind) {
    return Json.object().with("id", id).with("object", kind).with("deleted", true).done();
  }

  private static String invoicePrefix(String id) {
    return id.substring(Math.max(0, id.length() - 8)).toUpperCase(java.util.Locale.ROOT);
  }
}

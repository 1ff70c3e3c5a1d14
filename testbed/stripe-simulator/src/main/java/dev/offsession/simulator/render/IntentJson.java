package dev.offsession.simulator.render;

import dev.offsession.simulator.engine.Challenge;
import dev.offsession.simulator.engine.Intent;
import dev.offsession.simulator.engine.IntentState.Canceled;
import dev.offsession.simulator.engine.IntentState.Processing;
import dev.offsession.simulator.engine.IntentState.RequiresAction;
import dev.offsession.simulator.engine.IntentState.RequiresCapture;
import dev.offsession.simulator.engine.IntentState.RequiresPaymentMethod;
import dev.offsession.simulator.engine.IntentState.Succeeded;
import dev.offsession.simulator.engine.PaymentIntent;
import dev.offsession.simulator.engine.PaymentTerms;
import dev.offsession.simulator.engine.SetupIntent;
import dev.offsession.simulator.engine.SetupTerms;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** PaymentIntents and SetupIntents. */
final class IntentJson {
  /** What a publishable key does not get to see. */
  private static final List<String> HIDDEN =
      List.of(
          "metadata",
          "customer",
          "customer_account",
          "latest_charge",
          "latest_attempt",
          "application",
          "application_fee_amount",
          "transfer_data",
          "transfer_group",
          "on_behalf_of",
          "amount_capturable",
          "amount_received",
          "review",
          "statement_descriptor",
          "statement_descriptor_suffix");

  private final String baseUrl;

  IntentJson(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  ObjectNode payment(PaymentIntent intent, View view) {
    PaymentTerms terms = intent.terms();
    return seenBy(
        view,
        Json.object()
            .with("id", intent.id())
            .with("object", "payment_intent")
            .with("amount", terms.amount())
            .with("amount_capturable", capturable(intent))
            .with("amount_details", Json.object().with("tip", Json.object()))
            .with("amount_received", received(intent))
            .with("application", null)
            .with("application_fee_amount", null)
            .with(
                "automatic_payment_methods",
                automatic(terms.dynamicMethods(), terms.allowRedirects()))
            .with("canceled_at", intent.state() instanceof Canceled c ? c.at() : null)
            .with("cancellation_reason", cancellationReason(intent))
            .with("capture_method", terms.captureMethod())
            .with("client_secret", intent.clientSecret())
            .with("confirmation_method", terms.confirmationMethod())
            .with("created", intent.created())
            .with("currency", terms.currency())
            .with("customer", terms.customer())
            .with("customer_account", null)
            .with("description", terms.description())
            .with("excluded_payment_method_types", null)
            .with("last_payment_error", lastError(intent, view))
            .with("latest_charge", intent.latestCharge())
            .with("livemode", false)
            .with("metadata", terms.metadata())
            .with("next_action", nextAction(intent))
            .with("on_behalf_of", null)
            .with("payment_method", intent.state().paymentMethod())
            .with("payment_method_configuration_details", null)
            .with("payment_method_options", cardOptions(terms))
            .with("payment_method_types", terms.paymentMethodTypes())
            .with("processing", processing(intent))
            .with("receipt_email", terms.receiptEmail())
            .with("review", null)
            .with("setup_future_usage", terms.setupFutureUsage())
            .with("shipping", null)
            .with("statement_descriptor", terms.statementDescriptor())
            .with("statement_descriptor_suffix", terms.statementDescriptorSuffix())
            .with("status", intent.state().status())
            .with("transfer_data", null)
            .with("transfer_group", null)
            .done());
  }

  ObjectNode setup(SetupIntent intent, View view) {
    SetupTerms terms = intent.terms();
    return seenBy(
        view,
        Json.object()
            .with("id", intent.id())
            .with("object", "setup_intent")
            .with("application", null)
            .with(
                "automatic_payment_methods",
                automatic(terms.dynamicMethods(), terms.allowRedirects()))
            .with("cancellation_reason", cancellationReason(intent))
            .with("client_secret", intent.clientSecret())
            .with("created", intent.created())
            .with("customer", terms.customer())
            .with("customer_account", null)
            .with("description", terms.description())
            .with("excluded_payment_method_types", null)
            .with("flow_directions", null)
            .with("last_setup_error", lastError(intent, view))
            .with("latest_attempt", intent.latestAttempt())
            .with("livemode", false)
            .with("mandate", intent.mandate())
            .with("metadata", terms.metadata())
            .with("next_action", nextAction(intent))
            .with("on_behalf_of", null)
            .with("payment_method", intent.state().paymentMethod())
            .with("payment_method_configuration_details", null)
            .with("payment_method_options", cardOption("automatic"))
            .with("payment_method_types", terms.paymentMethodTypes())
            .with("single_use_mandate", null)
            .with("status", intent.state().status())
            .with("usage", terms.usage())
            .done());
  }

  private static ObjectNode seenBy(View view, ObjectNode full) {
    return view == View.SECRET ? full : full.remove(HIDDEN);
  }

  private static long capturable(PaymentIntent intent) {
    return intent.state() instanceof RequiresCapture(_, long amount) ? amount : 0;
  }

  private static long received(PaymentIntent intent) {
    return intent.state() instanceof Succeeded(_, long amount) ? amount : 0;
  }

  private static @Nullable String cancellationReason(Intent intent) {
    return intent.state() instanceof Canceled canceled ? canceled.reason() : null;
  }

  private static @Nullable Json automatic(boolean dynamic, String allowRedirects) {
    return dynamic
        ? Json.object().with("allow_redirects", allowRedirects).with("enabled", true)
        : null;
  }

  private static @Nullable ObjectNode lastError(Intent intent, View view) {
    return intent.state() instanceof RequiresPaymentMethod failed && failed.lastError() != null
        ? ErrorJson.render(failed.lastError(), view)
        : null;
  }

  private static @Nullable Json processing(PaymentIntent intent) {
    return intent.state() instanceof Processing
        ? Json.object().with("type", "card").with("card", Json.object())
        : null;
  }

  private static Json cardOptions(PaymentTerms terms) {
    return cardOption(terms.requestThreeDSecure());
  }

  private static Json cardOption(String requestThreeDSecure) {
    return Json.object()
        .with(
            "card",
            Json.object()
                .with("installments", null)
                .with("mandate_options", null)
                .with("network", null)
                .with("request_three_d_secure", requestThreeDSecure));
  }

  private @Nullable Json nextAction(Intent intent) {
    if (!(intent.state() instanceof RequiresAction(_, Challenge challenge))) {
      return null;
    }
    String page = baseUrl + "/challenge/" + intent.id();
    if (challenge.inPage()) {
      return Json.object()
          .with("type", "use_stripe_sdk")
          .with(
              "use_stripe_sdk",
              Json.object()
                  .with("type", "three_d_secure_redirect")
                  .with("sim_challenge_url", page));
    }
    return Json.object()
        .with("type", "redirect_to_url")
        .with(
            "redirect_to_url",
            Json.object()
                .with("return_url", challenge.returnUrl())
                .with("url", page + redirectQuery(intent, challenge)));
  }

  private static String redirectQuery(Intent intent, Challenge challenge) {
    String query = "?client_secret=" + intent.clientSecret();
    return challenge.returnUrl() == null
        ? query
        : query + "&return_url=" + URLEncoder.encode(challenge.returnUrl(), StandardCharsets.UTF_8);
  }
}

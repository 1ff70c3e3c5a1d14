package dev.offsession.ingest.webhooks.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Events as Stripe sends them, around objects of Stripe's own published fixtures
 * (src/test/resources/payloads, from github.com/stripe/openapi, fixtures3.json).
 */
public final class Payloads {

  /** Version names, the pinned one first; Stripe may send null. */
  public static final List<String> API_VERSIONS =
      List.of(
          "\"2026-07-29.dahlia\"",
          "null",
          "\"2019-05-16\"",
          "\"2025-09-30.clover\"",
          "\"2099-01-01.zinnia\"");

  /** Every type of the objects our services read, and others an account may send us. */
  private static final Map<String, List<String>> TYPES_BY_OBJECT =
      Map.of(
          "payment_intent",
          List.of(
              "payment_intent.created",
              "payment_intent.requires_action",
              "payment_intent.processing",
              "payment_intent.amount_capturable_updated",
              "payment_intent.partially_funded",
              "payment_intent.payment_failed",
              "payment_intent.succeeded",
              "payment_intent.canceled"),
          "setup_intent",
          List.of(
              "setup_intent.created",
              "setup_intent.requires_action",
              "setup_intent.setup_failed",
              "setup_intent.succeeded",
              "setup_intent.canceled"),
          "payment_method",
          List.of(
              "payment_method.attached",
              "payment_method.detached",
              "payment_method.updated",
              "payment_method.automatically_updated"),
          "charge",
          List.of("charge.succeeded", "charge.failed", "charge.updated", "charge.refunded"),
          "customer",
          List.of("customer.created", "customer.updated", "customer.deleted"),
          "refund",
          List.of("refund.created", "charge.refund.updated"),
          "dispute",
          List.of("charge.dispute.created"),
          "mandate",
          List.of("mandate.updated"),
          "review",
          List.of("review.opened"),
          "radar.early_fraud_warning",
          List.of("radar.early_fraud_warning.created"));

  /** One event. */
  public record Payload(String type, String object, String id, String text) {
    public byte[] body() {
      return text.getBytes(UTF_8);
    }

    @Override
    public String toString() {
      return type;
    }
  }

  private Payloads() {}

  /**
   * One event of each type; no id is used twice.
   *
   * @param run part of all ids
   * @param apiVersion as it stands in the JSON
   */
  public static Stream<Payload> ofEveryType(String run, String apiVersion) {
    return TYPES_BY_OBJECT.entrySet().stream()
        .flatMap(entry ->
            entry.getValue().stream().map(type -> payload(run, apiVersion, entry.getKey(), type)));
  }

  private static Payload payload(String run, String apiVersion, String object, String type) {
    String id = "evt_" + run + "_" + type.replace('.', '_');
    String body =
        """
        {
          "id": "%s",
          "object": "event",
          "api_version": %s,
          "context": null,
          "created": 1795000000,
          "data": {
            "object": %s,
            "previous_attributes": {"status": "processing", "metadata": {"order": "7"}}
          },
          "livemode": false,
          "pending_webhooks": 2,
          "request": {"id": "req_X2Yb", "idempotency_key": "0123:confirm:1"},
          "type": "%s",
          "a_field_of_tomorrow": {"nested": [1, 2.5e3, {"id": "evt_other", "type": "x"}, "日本"]}
        }\
        """
            .formatted(id, apiVersion, object(object), type);
    return new Payload(type, object, id, body);
  }

  /** A fixture as it was published. */
  public static String object(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/payloads/" + name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

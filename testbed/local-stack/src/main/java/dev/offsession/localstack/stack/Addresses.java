package dev.offsession.localstack.stack;

import java.net.URI;

/**
 * Every address of a stack; all of them on this machine only.
 *
 * @param base the first of the stack's ports
 */
public record Addresses(int base) {
  /** Without another wish. */
  public static final int DEFAULT_BASE = 8080;

  /** Path of the webhook endpoint at webhook-ingest. */
  public static final String WEBHOOK_PATH = "/webhooks/stripe/default";

  private static final int HIGHEST_BASE = 65_535 - 20;

  public Addresses {
    if (base < 1_024 || base > HIGHEST_BASE) {
      throw new IllegalArgumentException(
          "The port base must be between 1024 and " + HIGHEST_BASE + ", not " + base);
    }
  }

  /** {@code host:port} of the broker. */
  public String kafka() {
    return "127.0.0.1:" + Port.BROKER.on(base);
  }

  /** Confluent-compatible base of the schema registry. */
  public String registry() {
    return http(Port.REGISTRY) + "/apis/ccompat/v7";
  }

  /** MongoDB, without a database. */
  public String mongo() {
    return "mongodb://127.0.0.1:" + Port.MONGO.on(base);
  }

  /** The Stripe simulator. */
  public URI simulator() {
    return URI.create(http(Port.SIMULATOR));
  }

  /** payment-collector: the merchant's API and the customer's pages. */
  public URI collector() {
    return URI.create(http(Port.PAYMENT_COLLECTOR));
  }

  /** charge-worker's HTTP reads. */
  public URI chargeWorker() {
    return URI.create(http(Port.CHARGE_WORKER));
  }

  /** webhook-ingest. */
  public URI webhookIngest() {
    return URI.create(http(Port.WEBHOOK_INGEST));
  }

  /** Where Stripe delivers. */
  public URI webhookEndpoint() {
    return webhookIngest().resolve(WEBHOOK_PATH);
  }

  /** notifier-service. */
  public URI notifier() {
    return URI.create(http(Port.NOTIFIER));
  }

  /** The page with every mail. */
  public URI inbox() {
    return URI.create(http(Port.INBOX));
  }

  private String http(Port port) {
    return "http://127.0.0.1:" + port.on(base);
  }
}

package dev.offsession.simulator;

import java.time.Duration;
import java.util.List;

/**
 * How a simulator is set up. Start from {@link #onFreePort} or {@link #onPort} and change with the
 * {@code with} methods.
 *
 * @param host the address to bind; the loopback address unless a container needs another
 * @param port 0 picks a free one
 * @param webhooks where events are delivered from the start
 * @param seed the same seed gives the same ids and the same chances
 * @param controlApi whether {@code /_sim} answers
 * @param merchantName shown on the challenge page
 * @param apiVersion the account's default version
 * @param webhookTimeout how long a receiver may take
 * @param lockPatience how long a second writer of one intent waits before 429
 */
public record SimulatorSettings(
    String host,
    int port,
    List<WebhookTarget> webhooks,
    long seed,
    boolean controlApi,
    String merchantName,
    String apiVersion,
    RetryProfile retries,
    Duration webhookTimeout,
    Duration lockPatience) {

  /** The API version of stripe-java 33.3.0. */
  public static final String API_VERSION = "2026-07-29.dahlia";

  /** An endpoint that exists from the start. */
  public record WebhookTarget(String url, String secret) {}

  /** A simulator with the control API on this port of 127.0.0.1. */
  public static SimulatorSettings onPort(int port) {
    return new SimulatorSettings(
        "127.0.0.1",
        port,
        List.of(),
        42,
        true,
        "Offsession demo shop",
        API_VERSION,
        RetryProfile.FAST,
        Duration.ofSeconds(10),
        Duration.ofSeconds(1));
  }

  /** A simulator with the control API on any free port of 127.0.0.1. */
  public static SimulatorSettings onFreePort() {
    return onPort(0);
  }

  /** Delivers events to one more endpoint. */
  public SimulatorSettings withWebhook(String url, String secret) {
    List<WebhookTarget> more = new java.util.ArrayList<>(webhooks);
    more.add(new WebhookTarget(url, secret));
    return new SimulatorSettings(
        host,
        port,
        List.copyOf(more),
        seed,
        controlApi,
        merchantName,
        apiVersion,
        retries,
        webhookTimeout,
        lockPatience);
  }

  /** Uses another seed. */
  public SimulatorSettings withSeed(long newSeed) {
    return new SimulatorSettings(
        host,
        port,
        webhooks,
        newSeed,
        controlApi,
        merchantName,
        apiVersion,
        retries,
        webhookTimeout,
        lockPatience);
  }

  /** Binds another address. */
  public SimulatorSettings withHost(String newHost) {
    return new SimulatorSettings(
        newHost,
        port,
        webhooks,
        seed,
        controlApi,
        merchantName,
        apiVersion,
        retries,
        webhookTimeout,
        lockPatience);
  }

  /** Shows another merchant on the challenge page. */
  public SimulatorSettings withMerchantName(String name) {
    return new SimulatorSettings(
        host,
        port,
        webhooks,
        seed,
        controlApi,
        name,
        apiVersion,
        retries,
        webhookTimeout,
        lockPatience);
  }

  /** Delivers webhooks again in another rhythm. */
  public SimulatorSettings withRetries(RetryProfile profile) {
    return new SimulatorSettings(
        host,
        port,
        webhooks,
        seed,
        controlApi,
        merchantName,
        apiVersion,
        profile,
        webhookTimeout,
        lockPatience);
  }

  /** Switches {@code /_sim} off. */
  public SimulatorSettings withoutControlApi() {
    return new SimulatorSettings(
        host,
        port,
        webhooks,
        seed,
        false,
        merchantName,
        apiVersion,
        retries,
        webhookTimeout,
        lockPatience);
  }

  /** Changes how long a second writer of one intent waits. */
  public SimulatorSettings withLockPatience(Duration patience) {
    return new SimulatorSettings(
        host,
        port,
        webhooks,
        seed,
        controlApi,
        merchantName,
        apiVersion,
        retries,
        webhookTimeout,
        patience);
  }
}

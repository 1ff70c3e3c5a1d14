package dev.offsession.platform.kafka;

import java.util.concurrent.CompletableFuture;

/** Publishes events durably. */
public interface EventPublisher {

  /**
   * Sends one event and completes when all in-sync replicas have it. Completes exceptionally when
   * that is not known in time: the event may or may not be there, so publish it again with the same
   * id. Events published by one thread under one key keep their order.
   *
   * <p>Never throws, but may block the caller for the first record of a schema or while Kafka
   * cannot be reached ({@code offsession.kafka.max-block}): do not call it on an event loop.
   */
  CompletableFuture<Void> publish(OutgoingEvent event);

  /**
   * Asks the registry and the broker now what the first event of this kind would have to ask for,
   * and sends nothing. Blocks for as long as a publish may; throws what a publish would fail with.
   *
   * @param sample an event of the kind that will be published
   */
  default void prepare(OutgoingEvent sample) {}
}

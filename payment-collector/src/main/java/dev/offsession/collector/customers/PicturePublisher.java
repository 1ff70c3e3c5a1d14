package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.Picture;
import reactor.core.publisher.Mono;

/** Tells other services what a customer has saved, durably. */
public interface PicturePublisher {
  /** Completes when the picture is safe; fails when that is not known. Safe to repeat. */
  Mono<Void> publish(Picture picture);
}

package dev.offsession.charging.kafka;

import java.util.function.BooleanSupplier;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Pauses the intake while the window is full; the consumer goes on polling, and keeps its place.
 */
public final class IntakeValve {
  private final KafkaListenerEndpointRegistry containers;
  private final BooleanSupplier windowIsFull;

  public IntakeValve(KafkaListenerEndpointRegistry containers, BooleanSupplier windowIsFull) {
    this.containers = containers;
    this.windowIsFull = windowIsFull;
  }

  /** Closes or opens the valve as the window demands; cheap, call it often. */
  public void adjust() {
    MessageListenerContainer container = containers.getListenerContainer(ChargeRequestListener.ID);
    if (container == null) {
      return;
    }
    boolean full = windowIsFull.getAsBoolean();
    if (full && !container.isPauseRequested()) {
      container.pause();
    } else if (!full && container.isPauseRequested()) {
      container.resume();
    }
  }
}

package dev.offsession.localstack.crash;

import java.util.function.Consumer;

/** A part that can be taken away from the services and given back. */
enum Away {
  STORE(stage -> stage.outages().store().shut(), stage -> stage.outages().store().reopen()),
  REGISTRY(
      stage -> stage.outages().registry().shut(), stage -> stage.outages().registry().reopen()),
  STRIPE(stage -> stage.outages().stripe().shut(), stage -> stage.outages().stripe().reopen()),
  BROKER(stage -> stage.stack().brokers().kill(1), stage -> stage.stack().brokers().restart(1));

  private final Consumer<Stage> take;
  private final Consumer<Stage> giveBack;

  Away(Consumer<Stage> take, Consumer<Stage> giveBack) {
    this.take = take;
    this.giveBack = giveBack;
  }

  void from(Stage stage) {
    take.accept(stage);
  }

  void backTo(Stage stage) {
    giveBack.accept(stage);
  }
}

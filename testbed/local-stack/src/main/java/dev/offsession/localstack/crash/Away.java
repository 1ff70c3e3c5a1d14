package dev.offsession.localstack.crash;

/** A part that can be taken away from the services and given back. */
enum Away {
  STORE("mongo"),
  REGISTRY("schemaRegistry"),
  STRIPE("stripe"),
  BROKER("kafka");

  private static final int ONLY_BROKER = 1;

  private final String component;

  Away(String component) {
    this.component = component;
  }

  /** What it is called in the health of a service. */
  String component() {
    return component;
  }

  void from(Stage stage) {
    switch (this) {
      case STORE -> stage.outages().store().shut();
      case REGISTRY -> stage.outages().registry().shut();
      case STRIPE -> stage.outages().stripe().shut();
      case BROKER -> stage.stack().brokers().kill(ONLY_BROKER);
    }
  }

  void backTo(Stage stage) {
    switch (this) {
      case STORE -> stage.outages().store().reopen();
      case REGISTRY -> stage.outages().registry().reopen();
      case STRIPE -> stage.outages().stripe().reopen();
      case BROKER -> stage.stack().brokers().restart(ONLY_BROKER);
    }
  }
}

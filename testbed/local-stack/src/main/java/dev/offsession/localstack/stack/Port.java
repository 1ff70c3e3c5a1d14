package dev.offsession.localstack.stack;

/** Who listens where: each part at a fixed distance from the port base. */
public enum Port {
  PAYMENT_COLLECTOR(0, "payment-collector"),
  CHARGE_WORKER(1, "charge-worker"),
  WEBHOOK_INGEST(2, "webhook-ingest"),
  NOTIFIER(3, "notifier-service"),
  INBOX(4, "inbox"),
  REGISTRY(5, "registry"),
  SIMULATOR(6, "stripe-simulator"),
  MONGO(7, "mongo"),
  SMTP(8, "smtp"),
  BROKER(9, "broker"),
  CONTROLLER(10, "broker"),
  REGISTRY_MANAGEMENT(11, "registry");

  private final int offset;
  private final String part;

  Port(int offset, String part) {
    this.offset = offset;
    this.part = part;
  }

  /** The port number above the base. */
  public int on(int base) {
    return base + offset;
  }

  /** Name of the part that listens there. */
  public String part() {
    return part;
  }
}

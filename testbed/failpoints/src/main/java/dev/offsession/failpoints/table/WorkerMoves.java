package dev.offsession.failpoints.table;

import static dev.offsession.failpoints.table.WorkerIntake.CHARGING;
import static dev.offsession.failpoints.table.WorkerIntake.STORE;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.table.Failpoints.Rows;
import java.util.List;

/** charge-worker moving a charge: claim, store, ask Stripe. */
final class WorkerMoves {
  private static final String GATEWAY = CHARGING + "stripe.StripePaymentGateway";
  private static final String HTTP = "dev.offsession.platform.stripe.PooledHttpClient";

  private WorkerMoves() {}

  static List<Failpoint> points() {
    Rows rows = new Rows("worker");
    claims(rows);
    saves(rows);
    stripe(rows);
    return rows.list();
  }

  private static void claims(Rows rows) {
    rows.before("window", CHARGING + "VirtualThreadWindow", "work", "")
        .around("work", CHARGING + "usecase.ChargeService", "work")
        .before("claim-due", STORE, "claimDue", "")
        .after("claim-due", STORE, "claimDue", "[HeldCharge[")
        .before("claim-one", STORE, "claimIfDue", "")
        .after("claim-one", STORE, "claimIfDue", "Optional[HeldCharge[")
        .around("customer.find", CHARGING + "mongo.MongoCustomerDirectory", "find");
  }

  private static void saves(Rows rows) {
    save(rows, "creating", "Creating");
    save(rows, "confirming", "Confirming");
    save(rows, "succeeded", "Succeeded");
    save(rows, "retry", "RetryScheduled");
    save(rows, "authentication", "AuthenticationRequired");
    save(rows, "method", "PaymentMethodRequired");
    save(rows, "canceled", "Canceled");
  }

  private static void save(Rows rows, String step, String state) {
    rows.around("save." + step, STORE, "save", "StoreChange~state=" + state + "[");
  }

  private static void stripe(Rows rows) {
    rows.around("stripe.create", GATEWAY, "create")
        .around("stripe.confirm", GATEWAY, "confirm")
        .after("stripe.confirm.answer", HTTP, "request", "/confirm")
        .around("stripe.fetch", GATEWAY, "fetch")
        .around("stripe.cancel", GATEWAY, "cancel");
  }
}

package dev.offsession.localstack.crash;

import dev.offsession.localstack.client.Upstream;
import dev.offsession.schemas.ChargeCancellationRequested;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.ChargeRequested;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The charges of one run, in two waves: requests of every kind; then cancellations of those that
 * wait for their customer, and a request whose cancellation came first.
 */
final class Batch {
  /**
   * One charge.
   *
   * @param rests where it comes to rest in the first wave
   * @param ends how it ends in the second
   */
  record Wish(
      String requestId,
      String customer,
      long amountMinor,
      ChargeEventType rests,
      ChargeEventType ends) {

    boolean isPaid() {
      return ends == ChargeEventType.SUCCEEDED;
    }

    boolean asksTheCustomer() {
      return rests != ends;
    }

    private Wish plus(long more) {
      return new Wish(requestId, customer, amountMinor + more, rests, ends);
    }
  }

  static final String CURRENCY = "eur";

  private final String run;
  private final List<Wish> inTime;
  private final List<Wish> tooLate;

  private Batch(String run, List<Wish> inTime, List<Wish> tooLate) {
    this.run = run;
    this.inTime = List.copyOf(inTime);
    this.tooLate = List.copyOf(tooLate);
  }

  /** One of each kind. */
  static Batch ofEachKind(String run) {
    return new Batch(run, eachKind(run), List.of(canceledAhead(run)));
  }

  /** So many that are to be paid at once. */
  static Batch ofPaid(String run, int count) {
    return new Batch(
        run,
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> paid(run + "-" + i, i % 2 == 0 ? Customers.OK : Customers.RESTLESS, i))
            .map(wish -> wish.plus(1_000))
            .toList(),
        List.of());
  }

  private static List<Wish> eachKind(String run) {
    return List.of(
        paid(run + "-ok", Customers.OK, 1_000),
        paid(run + "-short", Customers.SHORT, 1_100),
        paid(run + "-restless", Customers.RESTLESS, 1_200),
        waiting(
            run + "-authentication",
            Customers.AUTHENTICATION,
            ChargeEventType.AUTHENTICATION_REQUIRED),
        waiting(run + "-declined", Customers.DECLINED, ChargeEventType.PAYMENT_METHOD_REQUIRED));
  }

  private static Wish canceledAhead(String run) {
    return new Wish(
        run + "-ahead", Customers.OK, 1_400, ChargeEventType.CANCELED, ChargeEventType.CANCELED);
  }

  private static Wish paid(String requestId, String customer, long amountMinor) {
    return new Wish(
        requestId, customer, amountMinor, ChargeEventType.SUCCEEDED, ChargeEventType.SUCCEEDED);
  }

  private static Wish waiting(String requestId, String customer, ChargeEventType rests) {
    return new Wish(requestId, customer, 1_300, rests, ChargeEventType.CANCELED);
  }

  /** How all its request ids begin. */
  String run() {
    return run;
  }

  /** Those of the first wave. */
  List<Wish> inTime() {
    return inTime;
  }

  /** All. */
  List<Wish> all() {
    return Stream.concat(inTime.stream(), tooLate.stream()).toList();
  }

  /** Publishes the first wave; one request comes twice, as Kafka may do it. */
  void firstWave(Upstream upstream) {
    tooLate.forEach(wish -> cancel(upstream, wish));
    inTime.forEach(wish -> upstream.publish(request(wish)));
    upstream.publish(request(inTime.getFirst()));
  }

  /** Publishes the second wave. */
  void secondWave(Upstream upstream) {
    inTime.stream().filter(Wish::asksTheCustomer).forEach(wish -> cancel(upstream, wish));
    tooLate.forEach(wish -> upstream.publish(request(wish)));
  }

  private static ChargeRequested request(Wish wish) {
    return ChargeRequested.newBuilder()
        .setRequestId(wish.requestId())
        .setCustomerReference(wish.customer())
        .setAmountMinor(wish.amountMinor())
        .setCurrency(CURRENCY)
        .setRequestedAt(now())
        .build();
  }

  private static void cancel(Upstream upstream, Wish wish) {
    upstream.publish(
        ChargeCancellationRequested.newBuilder()
            .setRequestId(wish.requestId())
            .setReason("end of the run")
            .setRequestedAt(now())
            .build());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}

package dev.offsession.simulator.control;

import dev.offsession.simulator.engine.Charge;
import dev.offsession.simulator.engine.Store;
import dev.offsession.simulator.render.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * The truth about money: every charge, and how many succeeded for what.
 *
 * @param requests only charges whose request id begins like this; empty for all charges
 */
record Ledger(Store store, String requests) {

  ObjectNode json() {
    List<Charge> charges =
        store.charges().newestFirst().reversed().stream()
            .filter(charge -> request(charge).startsWith(requests))
            .toList();
    List<Charge> succeeded = charges.stream().filter(Charge::paid).toList();
    return Json.object()
        .with("charges", charges.stream().map(Ledger::line).toList())
        .with("succeeded_per_payment_intent", count(succeeded, Charge::paymentIntent))
        .with("succeeded_per_customer", count(succeeded, Ledger::customer))
        .with("succeeded_per_request", count(withRequest(succeeded), Ledger::request))
        .with("captured_minor_per_currency", captured(succeeded))
        .done();
  }

  private static ObjectNode line(Charge charge) {
    return Json.object()
        .with("id", charge.id())
        .with("payment_intent", charge.paymentIntent())
        .with("customer", charge.terms().customer())
        .with("payment_method", charge.paymentMethod().id())
        .with("amount", charge.terms().amount())
        .with("amount_captured", charge.books().captured())
        .with("amount_refunded", charge.books().refunded())
        .with("currency", charge.terms().currency())
        .with("status", charge.status())
        .with(
            "decline_code",
            charge.outcome() instanceof Charge.Outcome.Failed(var decline)
                ? decline.declineCode()
                : null)
        .with("metadata", charge.terms().metadata())
        .with("created", charge.created())
        .done();
  }

  private static Map<String, Long> count(List<Charge> charges, Function<Charge, String> key) {
    return charges.stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
  }

  private static Map<String, Long> captured(List<Charge> charges) {
    return charges.stream()
        .collect(
            Collectors.groupingBy(
                charge -> charge.terms().currency(),
                TreeMap::new,
                Collectors.summingLong(charge -> charge.books().captured())));
  }

  private static List<Charge> withRequest(List<Charge> charges) {
    return charges.stream().filter(charge -> !request(charge).isEmpty()).toList();
  }

  private static String customer(Charge charge) {
    String customer = charge.terms().customer();
    return customer == null ? "" : customer;
  }

  private static String request(Charge charge) {
    return charge.terms().metadata().getOrDefault("offsession_request_id", "");
  }
}

package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.StateName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one run ended.
 *
 * @param hash of everything that happened in it, in order
 * @param steps things that happened
 * @param virtualMillis simulated time until the last of it
 * @param ends final states of its charges, with how often
 * @param trace one line per step, if it was asked for
 */
record Outcome(
    long seed,
    long hash,
    long steps,
    long virtualMillis,
    Optional<Violation> violation,
    Map<StateName, Integer> ends,
    List<String> trace) {}

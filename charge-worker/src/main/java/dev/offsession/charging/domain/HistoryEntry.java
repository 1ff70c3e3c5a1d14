package dev.offsession.charging.domain;

import java.time.Instant;

/** One thing that happened to a charge. */
public record HistoryEntry(Instant at, String state, int attempt, String why) {}

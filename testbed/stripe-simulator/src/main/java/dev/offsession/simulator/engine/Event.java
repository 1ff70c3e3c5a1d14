package dev.offsession.simulator.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an object.
 *
 * @param object the object as it was then; never rendered anew
 * @param previous the object before, for {@code *.updated}
 */
public record Event(
    String id,
    Instant created,
    String type,
    Resource object,
    @Nullable Resource previous,
    Cause cause) {}

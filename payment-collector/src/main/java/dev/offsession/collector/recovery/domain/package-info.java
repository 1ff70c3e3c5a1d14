/** Which state the recovery page shows, as a pure function. */
@NullMarked
package dev.offsession.collector.recovery.domain;

import org.jspecify.annotations.NullMarked;

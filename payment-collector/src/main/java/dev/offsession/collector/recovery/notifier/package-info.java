/** Fresh links, from notifier-service. */
@NullMarked
package dev.offsession.collector.recovery.notifier;

import org.jspecify.annotations.NullMarked;

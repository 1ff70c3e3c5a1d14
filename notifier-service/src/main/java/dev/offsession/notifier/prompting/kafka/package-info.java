/** Charge events in, prompt events out. */
@NullMarked
package dev.offsession.notifier.prompting.kafka;

import org.jspecify.annotations.NullMarked;

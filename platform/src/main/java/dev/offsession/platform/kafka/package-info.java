/**
 * Publishing events and reading them: one producer, two listener container factories, dead letters.
 */
@NullMarked
package dev.offsession.platform.kafka;

import org.jspecify.annotations.NullMarked;

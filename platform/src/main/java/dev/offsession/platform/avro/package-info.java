/** Avro records in Confluent's wire format, and the schema registry behind them. */
@NullMarked
package dev.offsession.platform.avro;

import org.jspecify.annotations.NullMarked;

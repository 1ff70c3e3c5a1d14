/** The commands of {@code ./dev}. */
@NullMarked
package dev.offsession.localstack.cli;

import org.jspecify.annotations.NullMarked;

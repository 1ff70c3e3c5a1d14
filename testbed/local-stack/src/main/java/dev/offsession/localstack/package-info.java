/** Everything on one machine, behind {@code ./dev}. */
@NullMarked
package dev.offsession.localstack;

import org.jspecify.annotations.NullMarked;

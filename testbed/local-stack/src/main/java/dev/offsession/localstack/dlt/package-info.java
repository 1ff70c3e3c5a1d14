/** Dead letters: what waits on the {@code -dlt} topics, and how it goes back. */
@NullMarked
package dev.offsession.localstack.dlt;

import org.jspecify.annotations.NullMarked;

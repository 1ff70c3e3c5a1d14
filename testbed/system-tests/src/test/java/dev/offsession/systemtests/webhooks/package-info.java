/** No webhook is lost, whatever dies: the drills of {@code ./dev webhook-drill}, in short. */
@NullMarked
package dev.offsession.systemtests.webhooks;

import org.jspecify.annotations.NullMarked;

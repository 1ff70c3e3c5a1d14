/** The stores against the MongoDB stand-in. */
@NullMarked
package dev.offsession.notifier.prompting.mongo;

import org.jspecify.annotations.NullMarked;

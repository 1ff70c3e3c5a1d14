/** Prompting a customer about one charge: the use cases, their settings and their wiring. */
@NullMarked
package dev.offsession.notifier.prompting;

import org.jspecify.annotations.NullMarked;

/** What to say to a customer and when to be silent, in plain Java; and the ports this needs. */
@NullMarked
package dev.offsession.notifier.prompting.domain;

import org.jspecify.annotations.NullMarked;

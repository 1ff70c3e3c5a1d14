/** Asks the other services over HTTP: for a link and a contact, for the state of a charge. */
@NullMarked
package dev.offsession.notifier.prompting.http;

import org.jspecify.annotations.NullMarked;

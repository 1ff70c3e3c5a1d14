/** The whole service against real parts, and the rules of its structure. */
@NullMarked
package dev.offsession.notifier;

import org.jspecify.annotations.NullMarked;

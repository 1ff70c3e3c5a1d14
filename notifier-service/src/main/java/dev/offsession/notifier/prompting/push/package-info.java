/** Prompts as notifications on the customer's devices, by the Web Push standard. */
@NullMarked
package dev.offsession.notifier.prompting.push;

import org.jspecify.annotations.NullMarked;

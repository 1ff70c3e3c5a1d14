/** Tests of the notifications. */
@NullMarked
package dev.offsession.notifier.prompting.push;

import org.jspecify.annotations.NullMarked;

/** Takes every mail of the local stack and shows it, delivering nothing. */
@NullMarked
package dev.offsession.localstack.inbox;

import org.jspecify.annotations.NullMarked;

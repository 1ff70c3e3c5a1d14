/** Tests of what charge events mean. */
@NullMarked
package dev.offsession.notifier.prompting.kafka;

import org.jspecify.annotations.NullMarked;

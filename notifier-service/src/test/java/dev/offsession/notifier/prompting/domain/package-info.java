/** Tests of the core, with values alone. */
@NullMarked
package dev.offsession.notifier.prompting.domain;

import org.jspecify.annotations.NullMarked;

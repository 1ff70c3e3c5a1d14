/** Tests of the use cases, with fakes at the ports. */
@NullMarked
package dev.offsession.notifier.prompting;

import org.jspecify.annotations.NullMarked;

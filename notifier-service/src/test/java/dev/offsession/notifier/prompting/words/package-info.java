/** Tests of the sentences, amounts and dates. */
@NullMarked
package dev.offsession.notifier.prompting.words;

import org.jspecify.annotations.NullMarked;

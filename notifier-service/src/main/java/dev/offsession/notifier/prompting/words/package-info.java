/** Our sentences in each language, and amounts and dates as people write them. */
@NullMarked
package dev.offsession.notifier.prompting.words;

import org.jspecify.annotations.NullMarked;

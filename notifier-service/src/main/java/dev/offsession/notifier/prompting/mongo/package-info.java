/** Prompts and conversations as MongoDB documents. */
@NullMarked
package dev.offsession.notifier.prompting.mongo;

import org.jspecify.annotations.NullMarked;

/** Prompts as e-mail: words, layout, and handing over by SMTP. */
@NullMarked
package dev.offsession.notifier.prompting.mail;

import org.jspecify.annotations.NullMarked;

/** Tests of the mails: their words, their layout, their headers. */
@NullMarked
package dev.offsession.notifier.prompting.mail;

import org.jspecify.annotations.NullMarked;

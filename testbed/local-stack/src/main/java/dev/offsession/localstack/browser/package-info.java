/**
 * The customer of the demo and of the system tests: opens the links of the mails and does on the
 * pages what a person would do, in a Chromium, in the person's own browser, or over plain HTTP.
 */
@NullMarked
package dev.offsession.localstack.browser;

import org.jspecify.annotations.NullMarked;

/** Tests of the HTTP clients against a real server with scripted answers. */
@NullMarked
package dev.offsession.notifier.prompting.http;

import org.jspecify.annotations.NullMarked;

/** Talks to a running stack as a merchant's systems would. */
@NullMarked
package dev.offsession.localstack.client;

import org.jspecify.annotations.NullMarked;

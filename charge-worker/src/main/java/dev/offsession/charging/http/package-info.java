/** The HTTP API for the merchant's systems: read charges, cancel one. */
@NullMarked
package dev.offsession.charging.http;

import org.jspecify.annotations.NullMarked;

/** The internal API that issues links. */
@NullMarked
package dev.offsession.collector.links.http;

import org.jspecify.annotations.NullMarked;

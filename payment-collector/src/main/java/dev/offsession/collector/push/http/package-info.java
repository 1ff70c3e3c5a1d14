/** Push subscriptions over HTTP. */
@NullMarked
package dev.offsession.collector.push.http;

import org.jspecify.annotations.NullMarked;

/** What a payment sheet in an app needs to act for one customer. */
@NullMarked
package dev.offsession.collector.mobile;

import org.jspecify.annotations.NullMarked;

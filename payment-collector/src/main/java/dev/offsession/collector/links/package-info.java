/** Links that open one page for one customer. */
@NullMarked
package dev.offsession.collector.links;

import org.jspecify.annotations.NullMarked;

/** What a link is, and how it ends. */
@NullMarked
package dev.offsession.collector.links.domain;

import org.jspecify.annotations.NullMarked;

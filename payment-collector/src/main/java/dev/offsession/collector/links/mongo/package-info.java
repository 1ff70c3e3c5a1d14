/** Links in MongoDB, found by the hash of their token. */
@NullMarked
package dev.offsession.collector.links.mongo;

import org.jspecify.annotations.NullMarked;

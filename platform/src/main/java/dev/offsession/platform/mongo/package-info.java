/** MongoDB: majority writes, primary reads, and due documents claimed under a fence. */
@NullMarked
package dev.offsession.platform.mongo;

import org.jspecify.annotations.NullMarked;

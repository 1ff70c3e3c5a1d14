@NullMarked
package dev.offsession.collector.links.mongo;

import org.jspecify.annotations.NullMarked;

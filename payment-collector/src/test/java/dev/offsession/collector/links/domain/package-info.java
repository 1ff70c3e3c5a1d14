@NullMarked
package dev.offsession.collector.links.domain;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.offsession.collector.support;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.offsession.collector.push;

import org.jspecify.annotations.NullMarked;

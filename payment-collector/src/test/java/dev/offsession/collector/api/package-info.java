@NullMarked
package dev.offsession.collector.api;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.offsession.collector.recovery.domain;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.offsession.collector.capture.domain;

import org.jspecify.annotations.NullMarked;

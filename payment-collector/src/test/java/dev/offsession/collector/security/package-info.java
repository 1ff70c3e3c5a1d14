@NullMarked
package dev.offsession.collector.security;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.offsession.collector.browser;

import org.jspecify.annotations.NullMarked;

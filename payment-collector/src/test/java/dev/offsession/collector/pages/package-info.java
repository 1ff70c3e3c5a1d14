@NullMarked
package dev.offsession.collector.pages;

import org.jspecify.annotations.NullMarked;

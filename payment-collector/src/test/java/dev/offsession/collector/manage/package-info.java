@NullMarked
package dev.offsession.collector.manage;

import org.jspecify.annotations.NullMarked;

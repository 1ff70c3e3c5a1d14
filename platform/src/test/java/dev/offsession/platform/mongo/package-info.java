@NullMarked
package dev.offsession.platform.mongo;

import org.jspecify.annotations.NullMarked;

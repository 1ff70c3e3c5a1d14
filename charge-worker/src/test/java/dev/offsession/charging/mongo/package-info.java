@NullMarked
package dev.offsession.charging.mongo;

import org.jspecify.annotations.NullMarked;

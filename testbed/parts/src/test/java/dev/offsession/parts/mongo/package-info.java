@NullMarked
package dev.offsession.parts.mongo;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.offsession.platform.avro;

import org.jspecify.annotations.NullMarked;

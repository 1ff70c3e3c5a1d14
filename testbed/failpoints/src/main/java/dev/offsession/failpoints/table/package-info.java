/** The failpoints of each service by name. */
@NullMarked
package dev.offsession.failpoints.table;

import org.jspecify.annotations.NullMarked;

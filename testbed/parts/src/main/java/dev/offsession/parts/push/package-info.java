/**
 * A push service for devices that are not there: it takes pushes as real ones do, and reads them.
 */
@NullMarked
package dev.offsession.parts.push;

import org.jspecify.annotations.NullMarked;

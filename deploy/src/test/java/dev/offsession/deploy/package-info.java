/** Holds the files of this folder to what the services really read. */
@NullMarked
package dev.offsession.deploy;

import org.jspecify.annotations.NullMarked;

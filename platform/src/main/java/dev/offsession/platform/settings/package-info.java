/**
 * Settings of the services: shared defaults, mounted files, and one clear sentence when one is
 * missing or wrong.
 */
@NullMarked
package dev.offsession.platform.settings;

import org.jspecify.annotations.NullMarked;

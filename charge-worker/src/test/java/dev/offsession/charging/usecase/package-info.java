@NullMarked
package dev.offsession.charging.usecase;

import org.jspecify.annotations.NullMarked;

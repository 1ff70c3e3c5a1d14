@NullMarked
package dev.offsession.charging.domain;

import org.jspecify.annotations.NullMarked;

/** The story of {@code ./dev demo}, scene by scene. */
@NullMarked
package dev.offsession.localstack.demo;

import org.jspecify.annotations.NullMarked;

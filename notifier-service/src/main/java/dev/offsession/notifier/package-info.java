/** The service that brings customers back: one prompt per need, silence as soon as it is met. */
@NullMarked
package dev.offsession.notifier;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.offsession.platform.web;

import org.jspecify.annotations.NullMarked;

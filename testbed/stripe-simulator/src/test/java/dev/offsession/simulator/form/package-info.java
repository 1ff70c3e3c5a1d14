@NullMarked
package dev.offsession.simulator.form;

import org.jspecify.annotations.NullMarked;

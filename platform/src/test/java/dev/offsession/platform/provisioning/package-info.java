@NullMarked
package dev.offsession.platform.provisioning;

import org.jspecify.annotations.NullMarked;

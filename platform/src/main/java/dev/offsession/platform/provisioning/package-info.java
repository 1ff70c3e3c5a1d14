/** Topics and schemas, created once before the services start. */
@NullMarked
package dev.offsession.platform.provisioning;

import org.jspecify.annotations.NullMarked;

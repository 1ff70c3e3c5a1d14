/** HTTP conventions: problem+json, bearer tokens, security headers. */
@NullMarked
package dev.offsession.platform.web;

import org.jspecify.annotations.NullMarked;

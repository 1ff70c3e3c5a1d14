package dev.offsession.notifier.prompting.domain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The merchant as customers know it. All text is on one line.
 *
 * @param shop its name
 * @param legalName who runs it; null where that goes without saying
 * @param supportContact what a customer can turn to: an address, a number or a page
 * @param logo an https address; null for the name alone
 * @param accent colour of the button, under white text
 */
public record Brand(
    String shop,
    @Nullable String legalName,
    String supportContact,
    @Nullable URI logo,
    Colour accent) {}

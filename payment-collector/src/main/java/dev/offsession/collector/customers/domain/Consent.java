package dev.offsession.collector.customers.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that a customer agreed to later charges: which words, in which language, when.
 *
 * @param textVersion version of the words on the page; a changed text is a new version
 * @param language language tag of the words shown
 * @param intentId the SetupIntent or PaymentIntent whose card the customer agreed to have saved
 * @param ip where the request came from; dropped when the customer is erased
 * @param userAgent browser; dropped when the customer is erased
 */
public record Consent(
    String textVersion,
    String language,
    String intentId,
    Instant givenAt,
    @Nullable String ip,
    @Nullable String userAgent) {}

package dev.offsession.charging.domain;

import java.time.Instant;

/**
 * One definite refusal of a card by its bank, in whichever charge it was.
 *
 * @param attempt names the try, {@code request_id#attempt}, so that noting it again counts once
 * @param at UTC
 */
public record CardRefusal(PaymentMethodId method, String attempt, Instant at) {}

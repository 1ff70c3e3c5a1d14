package dev.offsession.collector.cards;

/**
 * What a customer recognises a card by.
 *
 * @param brand as Stripe names it, such as {@code visa}
 */
public record CardFace(String brand, String last4) {}

package dev.offsession.localstack.demo;

/**
 * A customer of the demo's shop.
 *
 * @param reference the merchant's id
 * @param email an address of their own, so that their mails are found
 */
public record DemoCustomer(String reference, String email) {}

package dev.offsession.benchmarks.load;

/**
 * One HTTP request, ready to be written.
 *
 * @param kind what it is counted under
 * @param bytes head and body
 */
public record Shot(String kind, byte[] bytes) {}

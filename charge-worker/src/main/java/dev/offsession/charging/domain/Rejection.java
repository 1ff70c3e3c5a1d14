package dev.offsession.charging.domain;

/**
 * Why a request cannot be charged as it stands.
 *
 * @param reason stable code for programs
 * @param message one English sentence that says what to change
 */
public record Rejection(RejectionReason reason, String message) {}

package dev.offsession.notifier.prompting.push;

import java.time.Duration;

/**
 * How pushes are sent.
 *
 * @param subject whom a push service turns to when something is wrong: mailto: or https:
 * @param timeToLiveMax how long a push service keeps a push for a device that is off; it is less
 *     when the deadline or the link's end is nearer
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long an answer may take
 */
public record PushSettings(
    VapidKeys keys,
    String subject,
    EndpointRules endpoints,
    Duration timeToLiveMax,
    Duration connectTimeout,
    Duration answerTimeout) {}

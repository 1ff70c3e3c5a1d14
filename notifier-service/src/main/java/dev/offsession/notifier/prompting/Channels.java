package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.PromptSender;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The channels that are switched on; mail always is. */
final class Channels {
  private final Map<Channel, PromptSender> senders = new EnumMap<>(Channel.class);

  Channels(List<PromptSender> switchedOn) {
    switchedOn.forEach(sender -> senders.put(sender.channel(), sender));
    if (!senders.containsKey(Channel.EMAIL)) {
      throw new IllegalArgumentException("a customer without devices is reached by mail");
    }
  }

  /** The contact in the ways we can use. */
  Contact reachable(Contact contact) {
    return senders.containsKey(Channel.PUSH) ? contact : contact.withoutPush();
  }

  /** The channel's sender; empty when the channel was switched off. */
  Optional<PromptSender> of(Channel channel) {
    return Optional.ofNullable(senders.get(channel));
  }
}

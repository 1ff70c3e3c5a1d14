package dev.offsession.collector.recovery.notifier;

import dev.offsession.collector.recovery.FreshLinks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** {@link FreshLinks} through notifier-service, which knows when a mail was last sent. */
public final class NotifierFreshLinks implements FreshLinks {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final @Nullable WebClient notifier;

  /**
   * @param notifierUrl where notifier-service answers; null offers no fresh links
   * @param internalKey the key of our own services
   */
  public NotifierFreshLinks(
      WebClient.Builder clients, @Nullable String notifierUrl, String internalKey) {
    this.notifier =
        notifierUrl == null
            ? null
            : clients
                .baseUrl(notifierUrl)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + internalKey)
                .build();
  }

  @Override
  public boolean areOffered() {
    return notifier != null;
  }

  @Override
  public Mono<Void> ask(String requestId) {
    if (notifier == null) {
      return Mono.error(new IllegalStateException("no fresh links are offered"));
    }
    return notifier
        .post()
        .uri("/internal/v1/charges/{request_id}/fresh-link", requestId)
        .retrieve()
        .toBodilessEntity()
        .timeout(PATIENCE)
        .then();
  }
}

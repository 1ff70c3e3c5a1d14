package dev.offsession.notifier.prompting.http;

import dev.offsession.notifier.prompting.domain.CustomerLinks;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PushSubscriptions;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Asks payment-collector for a link and the contact to send it to. Both stay in memory; a refused
 * answer is reported by its code alone, since it may contain either.
 */
public final class PaymentCollectorClient implements CustomerLinks, PushSubscriptions {
  private static final Logger log = LoggerFactory.getLogger(PaymentCollectorClient.class);

  private final RestClient collector;

  /** Talks to payment-collector; the client knows the address and the key. */
  public PaymentCollectorClient(RestClient collector) {
    this.collector = collector;
  }

  @Override
  public Answer issueFor(Prompt prompt) {
    try {
      var issued =
          collector
              .post()
              .uri("/internal/v1/links")
              .contentType(MediaType.APPLICATION_JSON)
              .body(LinkRequest.of(prompt))
              .retrieve()
              .body(IssuedLink.class);
      return issued == null ? IssuedLink.unreadable() : issued.read();
    } catch (HttpClientErrorException.NotFound _) {
      return new Answer.CustomerUnknown();
    } catch (RestClientResponseException e) {
      return new Answer.Unavailable("collector_" + e.getStatusCode().value());
    } catch (RestClientException _) {
      return new Answer.Unavailable("collector_unreachable");
    }
  }

  @Override
  public void remove(String customerReference, String subscriptionId) {
    try {
      collector
          .delete()
          .uri(
              "/internal/v1/customers/{reference}/push-subscriptions/{id}",
              customerReference,
              subscriptionId)
          .retrieve()
          .toBodilessEntity();
    } catch (RestClientException e) {
      log.warn(
          "push subscription {} could not be removed: {}",
          subscriptionId,
          e.getClass().getSimpleName());
    }
  }

  private record LinkRequest(
      String purpose,
      String requestId,
      String customerReference,
      @Nullable String paymentIntentId,
      @Nullable Instant expiresAt) {
    static LinkRequest of(Prompt prompt) {
      return new LinkRequest(
          prompt.purpose().name().toLowerCase(Locale.ROOT),
          prompt.id().request().value(),
          prompt.facts().customerReference(),
          prompt.facts().paymentIntentId(),
          prompt.facts().deadline());
    }
  }
}

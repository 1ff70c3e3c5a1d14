package dev.offsession.notifier.prompting.http;

import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.CustomerLinks;
import dev.offsession.notifier.prompting.domain.Prompt;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Asks payment-collector for a link and the contact to send it to. Both stay in memory; a refused
 * answer is reported by its code alone, since it may contain either.
 */
public final class PaymentCollectorClient implements CustomerLinks {
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
      return issued == null ? unreadable() : read(issued);
    } catch (HttpClientErrorException.NotFound _) {
      return new Answer.CustomerUnknown();
    } catch (RestClientResponseException e) {
      return new Answer.Unavailable("collector_" + e.getStatusCode().value());
    } catch (RestClientException _) {
      return new Answer.Unavailable("collector_unreachable");
    }
  }

  private static Answer read(IssuedLink issued) {
    var person = issued.contact();
    if (person == null
        || person.email() == null
        || issued.url() == null
        || issued.expiresAt() == null) {
      return unreadable();
    }
    try {
      var link = new CustomerLink(URI.create(issued.url()), Instant.parse(issued.expiresAt()));
      return new Answer.Issued(link, person.toContact(person.email()));
    } catch (IllegalArgumentException | DateTimeException _) {
      return unreadable();
    }
  }

  private static Answer unreadable() {
    return new Answer.Unavailable("collector_answer_unreadable");
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

  private record IssuedLink(
      @Nullable String url, @Nullable String expiresAt, @Nullable Person contact) {}

  private record Person(
      @Nullable String email,
      @Nullable String name,
      @Nullable String locale,
      @Nullable String timeZone) {
    Contact toContact(String address) {
      return new Contact(
          address, name, Locale.forLanguageTag(locale == null ? "en" : locale), zone());
    }

    /** An unknown zone costs the customer the local time, not the message. */
    private ZoneId zone() {
      try {
        return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
      } catch (DateTimeException _) {
        return ZoneOffset.UTC;
      }
    }

    @Override
    public String toString() {
      return "Person[]";
    }
  }
}

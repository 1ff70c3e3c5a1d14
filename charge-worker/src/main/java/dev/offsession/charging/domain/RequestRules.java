package dev.offsession.charging.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which requests can be charged at all, judged before Stripe hears of them.
 *
 * @param suffixMax longest statement descriptor suffix: prefix, "* " and suffix share 22 characters
 */
public record RequestRules(CurrencyTable currencies, int suffixMax) {
  private static final int ID_MAX = 200;
  private static final int DESCRIPTION_MAX = 500;
  private static final int METADATA_PAIRS_MAX = 50;
  private static final int METADATA_KEY_MAX = 40;
  private static final int METADATA_VALUE_MAX = 500;
  private static final int STATEMENT_LINE = 22;
  private static final String RESERVED = "offsession_";
  private static final Pattern METHOD = Pattern.compile("(pm|card|src)_[A-Za-z0-9_]{1,250}");
  private static final Pattern SUFFIX =
      Pattern.compile("[ -~&&[^<>\\\\'\"*]]*[A-Za-z][ -~&&[^<>\\\\'\"*]]*");

  /** Rules for an account whose statement descriptor prefix has this length, 2 to 10. */
  public static RequestRules forPrefixOf(int prefixLength) {
    Require.that(
        prefixLength >= 2 && prefixLength <= 10,
        "a statement descriptor prefix has 2 to 10 characters");
    return new RequestRules(CurrencyTable.standard(), STATEMENT_LINE - 2 - prefixLength);
  }

  /** Why this request cannot be charged; empty when it can. The first reason found counts. */
  public Optional<Rejection> check(ChargeRequest request) {
    List<Function<ChargeRequest, Optional<Rejection>>> rules =
        List.of(
            RequestRules::id,
            RequestRules::customer,
            this::amount,
            RequestRules::method,
            RequestRules::description,
            this::suffix,
            RequestRules::metadata,
            RequestRules::deadline);
    return rules.stream().map(rule -> rule.apply(request)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Rejection> id(ChargeRequest request) {
    return isId(request.id().value())
        ? Optional.empty()
        : reject(
            RejectionReason.REQUEST_ID_INVALID,
            "request_id must have 1 to 200 characters, none of them a control character.");
  }

  private static Optional<Rejection> customer(ChargeRequest request) {
    return isId(request.customer().value())
        ? Optional.empty()
        : reject(
            RejectionReason.CUSTOMER_REFERENCE_INVALID,
            "customer_reference must have 1 to 200 characters, none of them a control character.");
  }

  private static boolean isId(String text) {
    return !text.isBlank()
        && text.length() <= ID_MAX
        && text.chars().noneMatch(Character::isISOControl);
  }

  private Optional<Rejection> amount(ChargeRequest request) {
    if (request.amountMinor() <= 0) {
      return reject(RejectionReason.AMOUNT_NOT_POSITIVE, "amount_minor must be more than zero.");
    }
    Optional<CurrencyRule> rule = currencies.rule(request.currencyCode());
    return rule.isEmpty()
        ? reject(
            RejectionReason.CURRENCY_UNKNOWN,
            "currency must be an ISO 4217 code that Stripe charges in.")
        : amount(request.amountMinor(), rule.get());
  }

  private static Optional<Rejection> amount(long amount, CurrencyRule rule) {
    if (amount % rule.multiple() != 0) {
      return reject(
          RejectionReason.AMOUNT_NOT_A_MULTIPLE,
          "amount_minor in %s must be a multiple of %d.".formatted(rule.code(), rule.multiple()));
    }
    if (amount < rule.minimum()) {
      return reject(
          RejectionReason.AMOUNT_TOO_SMALL,
          "amount_minor in %s must be at least %d.".formatted(rule.code(), rule.minimum()));
    }
    return amount > rule.maximum()
        ? reject(
            RejectionReason.AMOUNT_TOO_LARGE,
            "amount_minor in %s must be at most %d.".formatted(rule.code(), rule.maximum()))
        : Optional.empty();
  }

  private static Optional<Rejection> method(ChargeRequest request) {
    return request.paymentMethodId().map(id -> METHOD.matcher(id).matches()).orElse(true)
        ? Optional.empty()
        : reject(
            RejectionReason.PAYMENT_METHOD_INVALID,
            "payment_method_id must be a Stripe id that starts with pm_, card_ or src_.");
  }

  private static Optional<Rejection> description(ChargeRequest request) {
    return request.description().filter(text -> text.length() > DESCRIPTION_MAX).isPresent()
        ? reject(
            RejectionReason.DESCRIPTION_TOO_LONG, "description must have at most 500 characters.")
        : Optional.empty();
  }

  private Optional<Rejection> suffix(ChargeRequest request) {
    boolean fine =
        request
            .statementDescriptorSuffix()
            .map(text -> text.length() <= suffixMax && SUFFIX.matcher(text).matches())
            .orElse(true);
    return fine
        ? Optional.empty()
        : reject(
            RejectionReason.STATEMENT_DESCRIPTOR_INVALID,
            "statement_descriptor_suffix must be Latin text of at most %d characters with a letter and none of < > \\ ' \" *."
                .formatted(suffixMax));
  }

  private static Optional<Rejection> metadata(ChargeRequest request) {
    if (request.metadata().size() > METADATA_PAIRS_MAX) {
      return reject(RejectionReason.METADATA_INVALID, "metadata must have at most 50 pairs.");
    }
    return request.metadata().entrySet().stream()
        .flatMap(pair -> pairFault(pair).stream())
        .findFirst()
        .map(fault -> new Rejection(RejectionReason.METADATA_INVALID, fault));
  }

  private static Optional<String> pairFault(Map.Entry<String, String> pair) {
    String key = pair.getKey();
    if (key.isBlank() || key.length() > METADATA_KEY_MAX) {
      return Optional.of("metadata keys must have 1 to 40 characters.");
    }
    if (key.contains("[") || key.contains("]")) {
      return Optional.of("metadata keys must not contain square brackets.");
    }
    if (key.startsWith(RESERVED)) {
      return Optional.of("metadata keys that start with offsession_ are reserved.");
    }
    return pair.getValue().length() > METADATA_VALUE_MAX
        ? Optional.of("metadata values must have at most 500 characters.")
        : Optional.empty();
  }

  private static Optional<Rejection> deadline(ChargeRequest request) {
    return request.expiresAt().filter(end -> !end.isAfter(request.requestedAt())).isPresent()
        ? reject(RejectionReason.EXPIRED, "expires_at must be later than requested_at.")
        : Optional.empty();
  }

  private static Optional<Rejection> reject(RejectionReason reason, String message) {
    return Optional.of(new Rejection(reason, message));
  }
}

package dev.offsession.charging.domain;

import java.util.List;
import java.util.Optional;

/** Charges to be looked at, never to be changed. */
public interface ChargeArchive {
  /** One charge. */
  Optional<ChargeView> view(ChargeRequestId id);

  /** Charges that fit a query. */
  List<ChargeView> list(ChargeQuery query);
}

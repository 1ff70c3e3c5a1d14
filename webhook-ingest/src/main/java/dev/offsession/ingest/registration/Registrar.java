package dev.offsession.ingest.registration;

import java.util.List;

/** Sets webhook endpoints up at Stripe. */
public interface Registrar {

  /**
   * Makes the endpoint with this address right, creating it if there is none. Calling it twice
   * changes nothing.
   *
   * @throws RegistrationException when Stripe refuses or gives no answer
   */
  Registration register(String url, List<String> eventTypes);
}

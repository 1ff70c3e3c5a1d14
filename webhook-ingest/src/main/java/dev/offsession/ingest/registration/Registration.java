package dev.offsession.ingest.registration;

/** What has become of an endpoint at Stripe. */
public sealed interface Registration {

  /**
   * There was none.
   *
   * @param secret its signing secret, which Stripe tells only now
   */
  record Created(String id, String secret) implements Registration {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "Created[" + id + "]";
    }
  }

  /** It takes our event types now, and is enabled. Its secret is what it was. */
  record Updated(String id) implements Registration {}

  /** It was right already. */
  record Unchanged(String id) implements Registration {}

  /** It renders events in another API version, which Stripe cannot change afterwards. */
  record OtherVersion(String id, String version) implements Registration {}
}

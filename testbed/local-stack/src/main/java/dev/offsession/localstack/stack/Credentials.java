package dev.offsession.localstack.stack;

/** The tokens of the local stack. They protect nothing: only this machine can reach it. */
public final class Credentials {
  /** The merchant's bearer token for {@code /v1}. */
  public static final String API_KEY = "dev_api_key";

  /** The services' bearer token among themselves, for {@code /internal}. */
  public static final String INTERNAL_API_KEY = "dev_internal_key";

  private Credentials() {}
}

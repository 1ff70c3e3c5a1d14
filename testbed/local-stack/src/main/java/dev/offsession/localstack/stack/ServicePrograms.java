package dev.offsession.localstack.stack;

import dev.offsession.parts.process.JavaProgram;

/** The services with a stack's settings, for those who start them by themselves. */
public final class ServicePrograms {
  private final ServiceJars jars;
  private final ServiceSettings settings;

  /**
   * @param folders where the built jars are, and where they are unpacked
   * @param addresses of the parts that the services use
   */
  public ServicePrograms(StackFolders folders, Addresses addresses, StripeSide stripe) {
    this.jars = new ServiceJars(folders);
    this.settings = new ServiceSettings(addresses, stripe);
  }

  /** One service, unpacked and with its settings, not started. */
  public JavaProgram of(Service service) {
    return jars.program(service).withEnvironment(settings.of(service));
  }
}

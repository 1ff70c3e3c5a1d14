package dev.offsession.notifier.prompting.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Which addresses a push may be sent to: https at a known push service, and never into our own
 * network, whatever a browser claims and whatever the name resolves to.
 *
 * @param hosts names, or *.name for all below a name
 * @param loopbackAllowed for the local stack, whose push service is on this machine
 */
public record EndpointRules(List<String> hosts, boolean loopbackAllowed) {
  public EndpointRules {
    hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  boolean allow(String endpoint) {
    try {
      var address = URI.create(endpoint);
      var host = address.getHost();
      return host != null
          && address.getUserInfo() == null
          && (isKnownService(address, host) || isOurOwn(address, host));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private boolean isKnownService(URI address, String host) {
    return "https".equals(address.getScheme())
        && (address.getPort() == -1 || address.getPort() == 443)
        && hosts.stream().anyMatch(known -> fits(known, host.toLowerCase(Locale.ROOT)))
        && isOutside(host);
  }

  private static boolean fits(String known, String host) {
    return known.startsWith("*.") ? host.endsWith(known.substring(1)) : host.equals(known);
  }

  private static boolean isOutside(String host) {
    try {
      for (var resolved : InetAddress.getAllByName(host)) {
        if (isInside(resolved)) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException _) {
      // Nothing is sent to a name without an address; the client says so.
      return true;
    }
  }

  private static boolean isInside(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isUniqueLocal(address);
  }

  /** fc00::/7, the private addresses of IPv6. */
  private static boolean isUniqueLocal(InetAddress address) {
    var bytes = address.getAddress();
    return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
  }

  private boolean isOurOwn(URI address, String host) {
    return loopbackAllowed
        && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
        && (host.equals("127.0.0.1") || host.equals("localhost"));
  }
}

package dev.offsession.collector.pages;

import dev.offsession.platform.settings.SettingException;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where a visitor comes from. Behind a proxy that is trusted, what the proxy says in {@code
 * X-Forwarded-For}; anybody else's word on that is not asked for.
 */
public final class ClientAddress {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  // Literal addresses only: a name would be looked up, and the visitor chooses it.
  private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");
  private static final int NETWORK_BYTES = 8;

  private final List<IpSubnetFilterRule> proxies;

  /**
   * @param proxies networks such as {@code 10.0.0.0/8}
   */
  public ClientAddress(List<String> proxies) {
    this.proxies = proxies.stream().map(ClientAddress::network).toList();
  }

  /** The address as evidence, such as {@code 203.0.113.7}; null when nothing is known. */
  public @Nullable String exact(ServerWebExchange exchange) {
    var address = address(exchange);
    return address == null ? null : address.getHostAddress();
  }

  /** The address for counting: of an IPv6 address its network, which one visitor has whole. */
  String of(ServerWebExchange exchange) {
    var address = address(exchange);
    if (address instanceof Inet6Address) {
      return Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES));
    }
    return address == null ? "unknown" : Objects.toString(address.getHostAddress());
  }

  private @Nullable InetAddress address(ServerWebExchange exchange) {
    var peer = exchange.getRequest().getRemoteAddress();
    if (peer == null || !isProxy(peer.getAddress())) {
      return peer == null ? null : peer.getAddress();
    }
    var told = exchange.getRequest().getHeaders().getOrEmpty(FORWARDED_FOR);
    return told.stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .flatMap(ClientAddress::literal)
        .toList()
        .reversed()
        .stream()
        .filter(hop -> !isProxy(hop))
        .findFirst()
        .orElse(peer.getAddress());
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(network -> network.matches(new InetSocketAddress(address, 0)));
  }

  private static Stream<InetAddress> literal(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Stream.empty();
    }
    try {
      return Stream.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Stream.empty();
    }
  }

  private static IpSubnetFilterRule network(String text) {
    var slash = text.indexOf('/');
    try {
      var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      var bits =
          slash < 0
              ? address.getAddress().length * Byte.SIZE
              : Integer.parseInt(text.substring(slash + 1));
      return new IpSubnetFilterRule(address.getHostAddress(), bits, IpFilterRuleType.ACCEPT);
    } catch (IllegalArgumentException _) {
      throw SettingException.wrong(
          "offsession.payment-collector.trusted-proxies",
          "must hold networks such as 10.0.0.0/8 or single addresses");
    }
  }
}

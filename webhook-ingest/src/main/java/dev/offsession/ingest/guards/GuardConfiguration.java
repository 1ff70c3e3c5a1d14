package dev.offsession.ingest.guards;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.WebFilter;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

  @Bean
  @Order(-150)
  WebFilter knownAddresses(GuardProperties properties, MeterRegistry meters) {
    return new KnownAddresses(properties.ranges(), meters);
  }

  @Bean
  WebServerFactoryCustomizer<NettyReactiveWebServerFactory> connectionGuards(
      GuardProperties properties, MeterRegistry meters) {
    return factory -> factory.addServerCustomizers(server -> guarded(server, properties, meters));
  }

  private static HttpServer guarded(
      HttpServer server, GuardProperties properties, MeterRegistry meters) {
    Counter slow = refused(meters, "SLOW_HEADERS");
    Counter crumbs = refused(meters, "CRUMBS");
    Connections connections = new Connections(properties.connectionsMax(), meters);
    return server.doOnChannelInit((_, channel, _) -> {
      ChannelPipeline pipeline = channel.pipeline();
      HeadDeadline.watch(
          pipeline, NettyPipeline.HttpCodec, properties.headTimeout(), slow::increment);
      ConnectionGuard.watch(pipeline, NettyPipeline.HttpCodec, connections);
      CrumbGuard.watch(pipeline, NettyPipeline.HttpCodec, crumbs::increment);
    });
  }

  private static Counter refused(MeterRegistry meters, String reason) {
    return meters.counter("offsession.webhooks.refused", "endpoint", "any", "reason", reason);
  }

  /**
   * Webhooks are timed by {@code offsession.webhooks}; to time each of them once more as an HTTP
   * request costs a tenth of what a webhook costs.
   */
  @Bean
  ObservationPredicate webhooksAreObservedOnce() {
    return (_, context) ->
        !(context instanceof ServerRequestObservationContext http && isWebhook(http.getCarrier()));
  }

  private static boolean isWebhook(@Nullable ServerHttpRequest request) {
    return request != null && request.getPath().value().startsWith(KnownAddresses.PATH);
  }
}

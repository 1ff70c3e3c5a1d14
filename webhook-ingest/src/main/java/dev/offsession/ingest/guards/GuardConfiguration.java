package dev.offsession.ingest.guards;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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
    Counter slow =
        meters.counter("offsession.webhooks.refused", "endpoint", "any", "reason", "SLOW_HEADERS");
    return server
        .maxConnections(properties.connectionsMax())
        .doOnChannelInit((_, channel, _) ->
            HeadDeadline.watch(
                channel.pipeline(),
                NettyPipeline.HttpCodec,
                properties.headTimeout(),
                slow::increment));
  }
}

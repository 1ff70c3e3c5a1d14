package dev.offsession.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.connection.NettyTransportSettings;
import io.netty.channel.EventLoopGroup;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MongoLoopsTest {
  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  MongoPlatformAutoConfiguration.class, MongoReactiveAutoConfiguration.class))
          .withPropertyValues(
              "offsession.mongodb.uri=mongodb://127.0.0.1:1", "offsession.mongodb.database=any");

  @Test
  void theClientHasItsOwnLoopsWhichEndWithIt() {
    service.run(context -> {
      EventLoopGroup loops = loops(context.getBean(MongoClientSettings.class));
      assertThat(loops.isShuttingDown()).isFalse();

      context.getSourceApplicationContext().close();

      assertThat(loops.isShuttingDown()).isTrue();
    });
  }

  private static EventLoopGroup loops(MongoClientSettings settings) {
    NettyTransportSettings transport =
        (NettyTransportSettings) Objects.requireNonNull(settings.getTransportSettings());
    return Objects.requireNonNull(transport.getEventLoopGroup());
  }
}

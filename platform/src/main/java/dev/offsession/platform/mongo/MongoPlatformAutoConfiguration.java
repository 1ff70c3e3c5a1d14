package dev.offsession.platform.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.platform.settings.SettingException;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import org.bson.UuidRepresentation;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.context.annotation.Bean;
import reactor.netty.resources.LoopResources;

/**
 * The reactive client with majority, journaled writes and reads from the primary, whatever the
 * connection string says: a charge is acted on only after a majority has it.
 */
@AutoConfiguration(before = MongoReactiveAutoConfiguration.class)
@ConditionalOnClass({MongoClient.class, MongoReactiveAutoConfiguration.class})
@EnableConfigurationProperties(MongoSettings.class)
class MongoPlatformAutoConfiguration {

  /**
   * The client's threads: daemons that nothing waits for, once the client is closed. Those that
   * Spring Boot would make keep every stop waiting for 2 s.
   */
  @Bean(destroyMethod = "dispose")
  LoopResources mongoLoops() {
    return LoopResources.create("mongo");
  }

  @Bean
  MongoClientSettings mongo(MongoSettings settings, LoopResources mongoLoops) {
    EventLoopGroup loops = mongoLoops.onClient(LoopResources.DEFAULT_NATIVE);
    return durable(settings)
        .transportSettings(
            TransportSettings.nettyBuilder()
                .eventLoopGroup(loops)
                .socketChannelClass(mongoLoops.onChannelClass(SocketChannel.class, loops))
                .build())
        .build();
  }

  @Bean
  MongoClientSettingsBuilderCustomizer durableMongo(MongoSettings settings) {
    return builder -> applyTo(builder, settings);
  }

  /** The service's database. */
  @Bean
  @ConditionalOnMissingBean
  MongoDatabase mongoDatabase(MongoClient client, MongoSettings settings) {
    return client.getDatabase(settings.database());
  }

  private static MongoClientSettings.Builder durable(MongoSettings settings) {
    try {
      return MongoClientSettings.builder()
          .applyConnectionString(new ConnectionString(settings.uri()));
    } catch (IllegalArgumentException _) {
      throw SettingException.wrong(
          "offsession.mongodb.uri", "must be a MongoDB connection string (mongodb://…)");
    }
  }

  private static void applyTo(MongoClientSettings.Builder builder, MongoSettings settings) {
    builder
        .uuidRepresentation(UuidRepresentation.STANDARD)
        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
        .readConcern(ReadConcern.MAJORITY)
        .readPreference(ReadPreference.primary())
        .applyToClusterSettings(cluster ->
            cluster.serverSelectionTimeout(
                settings.serverSelectionTimeout().toMillis(), MILLISECONDS))
        .applyToSocketSettings(socket ->
            socket
                .connectTimeout(settings.connectTimeout().toMillis(), MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), MILLISECONDS));
  }
}

package dev.offsession.collector;

import dev.offsession.collector.customers.PictureService;
import dev.offsession.collector.customers.mongo.MongoCustomerStore;
import dev.offsession.collector.idempotency.mongo.MongoAnswerStore;
import dev.offsession.collector.links.mongo.MongoLinkStore;
import dev.offsession.platform.mongo.DueClaims;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is done without being asked: indexes at the start, and what is due from then on. */
@Component
class DueWork implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(DueWork.class);

  private final MongoCustomerStore customers;
  private final MongoLinkStore links;
  private final MongoAnswerStore answers;
  private final DueClaims claims;
  private final PictureService pictures;

  DueWork(
      MongoCustomerStore customers,
      MongoLinkStore links,
      MongoAnswerStore answers,
      DueClaims claims,
      PictureService pictures) {
    this.customers = customers;
    this.links = links;
    this.answers = answers;
    this.claims = claims;
    this.pictures = pictures;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Mono.when(
            customers.createIndexes(),
            links.createIndexes(),
            answers.createIndexes(),
            claims.createIndex())
        .block();
  }

  /** Tells what could not be told when it changed. */
  @Scheduled(fixedDelayString = "${offsession.payment-collector.due-every:1s}")
  Mono<Void> tellPictures() {
    return pictures
        .tellAllDue()
        .onErrorResume(failure -> {
          log.warn("Some customers are told later: {}", failure.toString());
          return Mono.empty();
        });
  }
}

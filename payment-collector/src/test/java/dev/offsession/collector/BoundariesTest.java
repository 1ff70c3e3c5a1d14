package dev.offsession.collector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "dev.offsession.collector", importOptions = DoNotIncludeTests.class)
class BoundariesTest {
  @ArchTest
  static final ArchRule theDomainIsPlainJava =
      classes()
          .that()
          .resideInAnyPackage("..domain..", "..cards..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "dev.offsession.collector..domain..",
              "dev.offsession.collector.cards..");

  @ArchTest
  static final ArchRule stripeIsCalledByItsAdaptersOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("..stripe..", "dev.offsession.collector")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.stripe..");

  @ArchTest
  static final ArchRule mongoIsKnownByItsAdaptersOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("..mongo..", "dev.offsession.collector")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.mongodb..", "org.bson..");

  @ArchTest
  static final ArchRule kafkaIsKnownByItsAdaptersOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("..kafka..", "dev.offsession.collector")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.springframework.kafka..",
              "dev.offsession.schemas..",
              "dev.offsession.platform.kafka..");

  @ArchTest
  static final ArchRule adaptersDoNotKnowEachOther =
      SlicesRuleDefinition.slices()
          .matching("dev.offsession.collector.(*).(mongo|stripe|kafka)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule featuresFormNoCycle =
      SlicesRuleDefinition.slices()
          .matching("dev.offsession.collector.(*)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule jsonIsJackson3 =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");
}

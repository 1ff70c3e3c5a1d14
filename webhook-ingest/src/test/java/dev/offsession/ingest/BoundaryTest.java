package dev.offsession.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.offsession.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {

  @ArchTest
  static final ArchRule theSignatureIsPlainJava =
      classes()
          .that()
          .resideInAPackage("..signature..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "..signature..");

  @ArchTest
  static final ArchRule readingAnEventKnowsJsonOnly =
      classes()
          .that()
          .resideInAPackage("..webhooks.event..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "tools.jackson.core..", "org.jspecify..", "..webhooks.event..");

  @ArchTest
  static final ArchRule theIntakeKnowsNeitherHttpNorKafka =
      noClasses()
          .that()
          .resideInAPackage("dev.offsession.ingest.webhooks")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..webhooks.http..",
              "..webhooks.kafka..",
              "org.springframework.web..",
              "org.springframework.http..",
              "org.apache.kafka..",
              "dev.offsession.platform.kafka..",
              "dev.offsession.schemas..");

  @ArchTest
  static final ArchRule adaptersDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage("..webhooks.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..webhooks.kafka..", "dev.offsession.platform.kafka..");

  @ArchTest
  static final ArchRule theBackfillIsDecidedInPlainJava =
      classes()
          .that()
          .resideInAPackage("..backfill.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "..backfill.domain..");

  @ArchTest
  static final ArchRule adaptersOfTheBackfillDoNotKnowEachOther =
      slices().matching("..ingest.backfill.(stripe|kafka|http)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule stripesLibraryStaysInItsAdapters =
      noClasses()
          .that()
          .resideOutsideOfPackages("..backfill.stripe..", "..registration.stripe..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.stripe..");

  @ArchTest
  static final ArchRule jacksonIsTheThird =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");
}

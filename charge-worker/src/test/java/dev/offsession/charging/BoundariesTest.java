package dev.offsession.charging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. Each rule was seen to fail once. */
@AnalyzeClasses(
    packages = "dev.offsession.charging",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

  @ArchTest
  static final ArchRule theCoreIsPlainJava =
      classes()
          .that()
          .resideInAPackage("..charging.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "dev.offsession.charging.domain..");

  @ArchTest
  static final ArchRule thePaceIsPlainJava =
      classes()
          .that()
          .resideInAPackage("..charging.pace..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "dev.offsession.charging.pace..");

  @ArchTest
  static final ArchRule theCoreHasNoClockAndNoThread =
      noClasses()
          .that()
          .resideInAnyPackage("..charging.domain..", "..charging.usecase..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.concurrent..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Random.class);

  @ArchTest
  static final ArchRule useCasesKnowTheCoreOnly =
      classes()
          .that()
          .resideInAPackage("..charging.usecase..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "dev.offsession.charging.domain..",
              "dev.offsession.charging.usecase..");

  @ArchTest
  static final ArchRule stripeStaysInItsAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackages("..charging.stripe..", "dev.offsession.charging")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.stripe..", "com.google.gson..");

  @ArchTest
  static final ArchRule theStoreStaysInItsAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackages("..charging.mongo..", "dev.offsession.charging")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.mongodb..", "org.bson..");

  @ArchTest
  static final ArchRule kafkaStaysInItsAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackages("..charging.kafka..", "dev.offsession.charging")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.springframework.kafka..",
              "org.apache.avro..",
              "dev.offsession.schemas..");

  @ArchTest
  static final ArchRule adaptersDoNotKnowEachOther =
      slices()
          .matching("dev.offsession.charging.(stripe|mongo|kafka|http|observe)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule oneJacksonOnly =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson..");
}

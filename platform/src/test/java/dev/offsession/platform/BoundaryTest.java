package dev.offsession.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each third-party library lives in its own package, so that a service without it still starts. */
@AnalyzeClasses(
    packages = "dev.offsession.platform",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {

  @ArchTest
  static final ArchRule stripeStaysInItsPackage = only("..platform.stripe..", "com.stripe..");

  @ArchTest
  static final ArchRule mongoStaysInItsPackage =
      only("..platform.mongo..", "com.mongodb..", "org.bson..");

  @ArchTest
  static final ArchRule webStaysInItsPackage =
      only("..platform.web..", "org.springframework.web..", "org.springframework.http..");

  @ArchTest
  static final ArchRule jacksonIsTheThird =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

  @ArchTest
  static final ArchRule noServiceIsKnown =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.offsession.collector..",
              "dev.offsession.charging..",
              "dev.offsession.ingest..",
              "dev.offsession.notifier..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.offsession.platform.(*)..").should().beFreeOfCycles();

  private static ArchRule only(String home, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library);
  }
}

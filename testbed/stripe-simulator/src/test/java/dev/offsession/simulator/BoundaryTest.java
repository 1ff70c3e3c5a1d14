package dev.offsession.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.offsession.simulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {
  @ArchTest
  static final ArchRule THE_CARD_TABLE_KNOWS_NOTHING_ELSE =
      classes()
          .that()
          .resideInAPackage("..simulator.card..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "..simulator.card..");

  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_CARDS_ONLY =
      classes()
          .that()
          .resideInAPackage("..simulator.engine..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.time..",
              "java.util..",
              "org.jspecify..",
              "..simulator.engine..",
              "..simulator.card..");

  @ArchTest
  static final ArchRule ONE_CLASS_TALKS_TO_THE_HTTP_SERVER =
      noClasses()
          .that()
          .doNotHaveSimpleName("HttpFront")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.net.httpserver..");

  @ArchTest
  static final ArchRule JSON_IS_WRITTEN_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..simulator.render..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("tools.jackson.databind.ObjectMapper");

  @ArchTest
  static final ArchRule NO_SPRING_AND_NO_STRIPE_LIBRARY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "com.stripe..");
}

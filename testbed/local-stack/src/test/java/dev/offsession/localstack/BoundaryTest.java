package dev.offsession.localstack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.offsession.localstack",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {
  @ArchTest
  static final ArchRule nothingDependsOnTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..localstack.cli..");

  @ArchTest
  static final ArchRule aStackIsStartedWithoutKnowingItsUsers =
      noClasses()
          .that()
          .resideInAnyPackage("..localstack.stack..", "..localstack.inbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..localstack.client..", "..localstack.demo..", "..localstack.browser..");

  @ArchTest
  static final ArchRule mailLibrariesStayInTheInbox =
      noClasses()
          .that()
          .resideOutsideOfPackage("..localstack.inbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.icegreen..", "jakarta.mail..");

  @ArchTest
  static final ArchRule servicesAreOnlyKnownAsProcesses =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.offsession.charging..",
              "dev.offsession.collector..",
              "dev.offsession.ingest..",
              "dev.offsession.notifier..");
}

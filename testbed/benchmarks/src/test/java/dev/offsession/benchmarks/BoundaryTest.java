package dev.offsession.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.offsession.benchmarks",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {
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

  @ArchTest
  static final ArchRule springIsForBaselinesAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("..benchmarks.baseline..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule baselinesUseNothingOfOursButTheRecordsAndTheirSerde =
      classes()
          .that()
          .resideInAPackage("..benchmarks.baseline..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(
              "dev.offsession.platform.kafka..",
              "dev.offsession.platform.mongo..",
              "dev.offsession.platform.stripe..",
              "..benchmarks.suite..",
              "..benchmarks.report..");

  @ArchTest
  static final ArchRule measuringAndReportingKnowNothingOfWhatIsMeasured =
      noClasses()
          .that()
          .resideInAnyPackage("..benchmarks.measure..", "..benchmarks.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..benchmarks.suite..", "..benchmarks.bed..", "..benchmarks.load..");
}

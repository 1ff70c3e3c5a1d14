package dev.offsession.parts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.offsession.parts",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTest {
  @ArchTest
  static final ArchRule theBrokersClassesStayInItsOwnProcess =
      noClasses()
          .that()
          .resideOutsideOfPackage("..parts.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("kafka..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule onlyTheStandInKnowsTheServerItIsMadeFrom =
      noClasses()
          .that()
          .resideOutsideOfPackage("..parts.mongo..")
          .and()
          .doNotHaveSimpleName("MongoStandIn")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("de.bwaldvogel..", "io.netty..");

  @ArchTest
  static final ArchRule childProcessesNeedNothingButTheJdk =
      classes()
          .that()
          .resideInAPackage("..parts.process..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "..parts.process..");
}

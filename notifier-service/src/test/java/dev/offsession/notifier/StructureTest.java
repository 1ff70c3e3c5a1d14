package dev.offsession.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

@AnalyzeClasses(packages = "dev.offsession.notifier", importOptions = DoNotIncludeTests.class)
class StructureTest {
  @ArchTest
  static final ArchRule theCoreIsPlainJava =
      classes()
          .that()
          .resideInAPackage("..prompting.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "..prompting.domain..");

  @ArchTest
  static final ArchRule theKafkaAdapterKnowsNoOther =
      adapterKnowsNoOther("kafka", "mongo", "http", "mail", "push");

  @ArchTest
  static final ArchRule theMongoAdapterKnowsNoOther =
      adapterKnowsNoOther("mongo", "kafka", "http", "mail", "push");

  @ArchTest
  static final ArchRule theHttpAdapterKnowsNoOther =
      adapterKnowsNoOther("http", "kafka", "mongo", "mail", "push");

  @ArchTest
  static final ArchRule theMailAdapterKnowsNoOther =
      adapterKnowsNoOther("mail", "kafka", "mongo", "http", "push");

  @ArchTest
  static final ArchRule thePushAdapterKnowsNoOther =
      adapterKnowsNoOther("push", "kafka", "mongo", "http", "mail");

  @ArchTest
  static final ArchRule theWordsKnowTheCoreOnly =
      classes()
          .that()
          .resideInAPackage("..prompting.words..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify..", "..prompting.domain..", "..prompting.words..");

  @ArchTest
  static final ArchRule pushTypesStayInThePushAdapter = onlyIn("push", "com.zerodeplibs..");

  @ArchTest
  static final ArchRule mailTypesStayInTheMailAdapter =
      onlyIn("mail", "jakarta.mail..", "org.eclipse.angus..", "org.thymeleaf..");

  @ArchTest static final ArchRule documentsStayInTheMongoAdapter = onlyIn("mongo", "org.bson..");

  @ArchTest
  static final ArchRule recordsStayInTheKafkaAdapter =
      onlyIn("kafka", "dev.offsession.schemas..", "org.apache.kafka..", "org.apache.avro..");

  @ArchTest
  static final ArchRule noOtherServiceIsKnown =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.offsession.charging..",
              "dev.offsession.collector..",
              "dev.offsession.ingest..",
              "dev.offsession.simulator..");

  @ArchTest
  static final ArchRule jsonIsReadWithJackson3 =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson..");

  private static ArchRule adapterKnowsNoOther(String adapter, String... others) {
    var packages = Arrays.stream(others).map(o -> "..prompting." + o + "..");
    return noClasses()
        .that()
        .resideInAPackage("..prompting." + adapter + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages.toArray(String[]::new));
  }

  private static ArchRule onlyIn(String adapter, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("..prompting." + adapter + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }
}

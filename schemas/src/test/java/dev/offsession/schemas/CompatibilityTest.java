package dev.offsession.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.schemas.topics.Topic;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Old readers read new records and new readers old ones, through all versions. */
class CompatibilityTest {

  @ParameterizedTest
  @EnumSource
  void theSchemaIsTheNewestReleasedVersion(Topic topic) {
    List<Schema> history = SchemaSources.history(topic);

    assertThat(history).as("history of %s", topic.subject()).isNotEmpty();
    assertThat(SchemaSources.current(topic))
        .as("copy the changed file to history/%s/%d.avsc", topic.subject(), history.size() + 1)
        .isEqualTo(history.getLast());
  }

  @ParameterizedTest
  @EnumSource
  void everyVersionReadsAndIsReadByAllBeforeIt(Topic topic) {
    List<Schema> history = SchemaSources.history(topic);

    for (int i = 0; i < history.size(); i++) {
      assertThat(Compatibility.problems(history.get(i), history.subList(0, i))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theGeneratedClassIsMadeFromTheFile(Topic topic) {
    String generated = topic.schema().toString().replace(",\"avro.java.string\":\"String\"", "");

    assertThat(new Schema.Parser().parse(generated)).isEqualTo(SchemaSources.current(topic));
  }

  @Test
  void noVersionIsMissingOrUnnumbered() {
    long numbered =
        Arrays.stream(Topic.values()).mapToLong(t -> SchemaSources.history(t).size()).sum();

    assertThat(SchemaSources.historyFiles()).isEqualTo(numbered);
  }

  /** The check itself: each kind of change is made once and must be judged as a registry would. */
  @Nested
  class Changes {

    private static final String BEFORE =
        """
        {"type":"record","name":"R","fields":[
          {"name":"id","type":"string"},
          {"name":"kind","type":{"type":"enum","name":"K","symbols":["UNKNOWN","A"],"default":"UNKNOWN"}},
          {"name":"note","type":["null","string"],"default":null}]}
        """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            a field with a default | {"name":"id","type":"string"}, | {"name":"id","type":"string"},{"name":"n","type":"int","default":0},
            a nullable detail      | {"name":"id","type":"string"}, | {"name":"id","type":"string"},{"name":"d","type":["null",{"type":"record","name":"D","fields":[]}],"default":null},
            an enum symbol         | "A"]                           | "A","B"]
            without an optional    | ,{"name":"note","type":["null","string"],"default":null} | ``
            """)
    void thatAreAllowed(String what, String old, String now) {
      assertThat(problemsAfter(old, now)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            a field without a default | {"name":"id","type":"string"}, | {"name":"id","type":"string"},{"name":"n","type":"int"},
            without a required field  | {"name":"id","type":"string"}, | ``
            another type              | {"name":"id","type":"string"}  | {"name":"id","type":"long"}
            another name              | "name":"id"                    | "name":"ident"
            no longer nullable        | ["null","string"],"default":null | "string","default":""
            another branch            | ["null","string"],"default":null | ["null","string","long"],"default":null
            another record            | "name":"R"                     | "name":"S"
            """)
    void thatAreRefused(String what, String old, String now) {
      assertThat(problemsAfter(old, now)).isNotEmpty();
    }

    private static List<String> problemsAfter(String old, String now) {
      String before = BEFORE.replaceAll("\\s*\\n\\s*", "");
      assertThat(before).contains(old);
      return Compatibility.problems(
          new Schema.Parser().parse(before.replace(old, now)),
          List.of(new Schema.Parser().parse(before)));
    }
  }
}

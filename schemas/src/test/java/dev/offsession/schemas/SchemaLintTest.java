package dev.offsession.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.schemas.topics.Topic;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaLintTest {

  @ParameterizedTest
  @EnumSource
  void everySchemaKeepsTheRules(Topic topic) {
    assertThat(SchemaLint.problems(SchemaSources.current(topic))).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name":"id","type":"string"}                                     | R.id has no doc
          {"name":"id","type":"string","doc":" "}                           | R.id has no doc
          {"name":"email","type":"string","doc":"d"}                        | R.email is named like personal data or a secret
          {"name":"customer_name","type":"string","doc":"d"}                | R.customer_name is named like personal data or a secret
          {"name":"client_secret","type":"string","doc":"d"}                | R.client_secret is named like personal data or a secret
          {"name":"card_number","type":"string","doc":"d"}                  | R.card_number is named like personal data or a secret
          {"name":"requestId","type":"string","doc":"d"}                    | R.requestId is not snake_case
          {"name":"note","type":["null","string"],"doc":"d"}                | R.note is optional, no default
          {"name":"amount","type":"double","doc":"d"}                       | R.amount is a DOUBLE
          {"name":"paid_at","type":"long","doc":"d"}                        | R.paid_at is a time, but not timestamp-millis
          {"name":"x","type":["null","int","string"],"default":null,"doc":"d"} | R.x is a union other than null and one type
          {"name":"k","type":{"type":"enum","name":"K","doc":"d","symbols":["A"]},"doc":"d"} | K has no default symbol
          {"name":"k","type":{"type":"enum","name":"K","symbols":["A"],"default":"A"},"doc":"d"} | K has no doc
          {"name":"l","type":{"type":"array","items":{"type":"record","name":"N","fields":[]}},"doc":"d"} | N has no doc
          """)
  void eachRuleIsBrokenOnce(String field, String problem) {
    String schema = "{\"type\":\"record\",\"name\":\"R\",\"doc\":\"d\",\"fields\":[" + field + "]}";

    assertThat(SchemaLint.problems(new Schema.Parser().parse(schema))).containsExactly(problem);
  }
}

package dev.opensipsmcp.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyValuesTest {
  private static final JsonObject SCHEMA =
      JsonParser.parseString(
              """
              {"properties":{"age":{"type":"integer"},"dry_run":{"type":"boolean"},
              "fields":{"type":"array"},"params":{"type":"object"},"name":{"type":"string"}}}
              """)
          .getAsJsonObject();

  @Test
  void words_take_the_types_of_the_schema() {
    JsonObject arguments =
        KeyValues.parse(
            List.of("age=5", "dry_run=true", "fields=a,b", "params={\"x\":1}", "name=12=3"),
            SCHEMA);

    assertThat(arguments)
        .hasToString(
            "{\"age\":5,\"dry_run\":true,\"fields\":[\"a\",\"b\"],\"params\":{\"x\":1},"
                + "\"name\":\"12=3\"}");
  }

  @Test
  void what_the_schema_does_not_know_goes_to_the_gate_as_text() {
    assertThat(KeyValues.parse(List.of("colour=red"), SCHEMA)).hasToString("{\"colour\":\"red\"}");
  }

  @Test
  void a_word_that_does_not_fit_is_said() {
    assertThatThrownBy(() -> KeyValues.parse(List.of("age=old"), SCHEMA))
        .hasMessage("age must be a number, not 'old'");
    assertThatThrownBy(() -> KeyValues.parse(List.of("age"), SCHEMA))
        .hasMessage("'age' is not key=value");
    assertThatThrownBy(() -> KeyValues.parse(List.of("params={"), SCHEMA))
        .hasMessage("params is not valid JSON");
  }
}

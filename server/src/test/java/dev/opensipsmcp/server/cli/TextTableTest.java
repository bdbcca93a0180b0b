package dev.opensipsmcp.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void rows_become_aligned_columns() {
    assertThat(table("[{\"id\":\"1\",\"state\":\"up\"},{\"id\":\"20\",\"note\":\"x\"}]"))
        .isEqualTo("id  state  note\n1   up\n20         x\n");
  }

  @Test
  void an_object_becomes_two_columns() {
    assertThat(table("{\"a\":1,\"long\":\"two\"}")).isEqualTo("a     1\nlong  two\n");
  }

  @Test
  void nothing_is_said_as_such() {
    assertThat(table("[]")).isEqualTo("(nothing)\n");
  }

  @Test
  void control_characters_from_a_node_do_not_reach_the_terminal() {
    assertThat(table("{\"a\":\"x\\u001b[31my\\nz\"}")).isEqualTo("a  x [31my z\n");
  }

  private static String table(String json) {
    return TextTable.of(JsonParser.parseString(json));
  }
}

package dev.opensipsmcp.mcp.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Property(tries = 500)
  void anyTextSurvivesTheWayThroughUtf8(@ForAll String text) {
    JsonArray value = new JsonArray();
    value.add(text);
    String written = JsonText.write(value);
    byte[] utf8 = written.getBytes(StandardCharsets.UTF_8);

    assertThat(written).doesNotContain("\n", "\r");
    assertThat(JsonText.read(utf8, 0, utf8.length)).isEqualTo(value);
  }

  @Property(tries = 500)
  void anyFiniteNumberIsWrittenAsJsonReadsIt(@ForAll double number, @ForAll long whole) {
    assertThat(JsonText.read(JsonText.write(new JsonPrimitive(number))).getAsDouble())
        .isEqualTo(number);
    assertThat(JsonText.write(new JsonPrimitive(whole))).isEqualTo(Long.toString(whole));
  }

  @Test
  void whatJsonCanNotSayBecomesNull() {
    JsonArray value = new JsonArray();
    value.add(Double.NaN);
    value.add(Double.NEGATIVE_INFINITY);

    assertThat(JsonText.write(value)).isEqualTo("[null,null]");
  }

  @Test
  void emptyThingsStayEmpty() {
    String text = "{\"a\":{},\"b\":[],\"c\":[[],{}],\"d\":null,\"e\":true}";
    assertThat(JsonText.write(JsonText.read(text))).isEqualTo(text);
  }
}

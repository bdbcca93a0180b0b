package dev.opensipsmcp.mi.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"\"",
        "0",
        "-0.5e+10",
        "true",
        "null",
        " [ 1 , 2 , [ ] , { } ] ",
        "{\"a\":{\"b\":[{\"c\":\"d\"}]},\"a2\":false}",
        "{\"quote\":\"a\\\"b\",\"all\":\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"}",
        "{\"\u00e9\":\"\u20ac \ud83d\ude00\",\"same\":\"same\"}",
        "{\"long\":[18446744073709551616,4294967295,-9223372036854775808]}",
        "[\"ends in an escape\\\\\"]"
      })
  void reads_what_another_parser_reads_however_the_bytes_arrive(String text) throws IOException {
    JsonElement expected = Trees.read(new JsonReader(new StringReader(text)));
    for (int size : new int[] {1, 2, 3, 7, 1 << 16}) {
      JsonReader reader = reader(text, size);
      assertThat(Trees.read(reader).toString())
          .as("%d at once", size)
          .isEqualTo(expected.toString());
      assertThat(reader.peek()).isEqualTo(JsonToken.END_DOCUMENT);

      JsonReader skipping = reader(text, size);
      skipping.skipValue();
      assertThat(skipping.peek()).isEqualTo(JsonToken.END_DOCUMENT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1 2]", "[1,]", "[,1]", "{\"a\" 1}", "{\"a\":1,}", "{a:1}", "{'a':1}", "[01]", "[1.]",
        "[.5]", "[+1]", "[-]", "[1e]", "[tru]", "[True]", "[nul ]", "[\"\\x\"]", "[\"\\u12g4\"]",
        "[1]2", "[NaN]", "{\"a\":}", "]", "[}", "{]", "[1;2]", "// c", "[\"\\u12\"]"
      })
  void refuses_what_is_no_json(String text) {
    assertThatThrownBy(() -> whole(text)).isInstanceOf(MalformedJsonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[", "[1", "[1,", "{\"a", "{\"a\"", "{\"a\":", "[\"x", "[tr", "[\"\\"})
  void says_that_a_text_broke_off(String text) {
    assertThatThrownBy(() -> whole(text)).isInstanceOf(EOFException.class);
  }

  @Test
  void a_token_that_is_not_there_is_a_fault_of_the_caller() throws IOException {
    JsonReader reader = reader("{\"a\":[\"x\"]}", 100);
    assertThatThrownBy(reader::beginArray).isInstanceOf(IllegalStateException.class);
    reader.beginObject();
    assertThatThrownBy(reader::nextString).isInstanceOf(IllegalStateException.class);
    assertThat(reader.nextName()).isEqualTo("a");
    reader.beginArray();
    assertThat(reader.getPath()).isEqualTo("$.a[0]");
    assertThatThrownBy(reader::nextLong).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void a_string_may_be_longer_than_any_buffer() throws IOException {
    String longest = "x\u00e9\\n".repeat(40_000);
    JsonReader reader = reader("[\"" + longest + "\",1]", 1000);
    reader.beginArray();
    assertThat(reader.nextString()).isEqualTo("x\u00e9\n".repeat(40_000));
    assertThat(reader.nextLong()).isEqualTo(1);
  }

  @Test
  void nesting_has_an_end() {
    assertThatThrownBy(() -> whole("[".repeat(100_000))).isInstanceOf(MalformedJsonException.class);
  }

  private static void whole(String text) throws IOException {
    JsonReader reader = reader(text, 3);
    Trees.read(reader);
    assertThat(reader.peek()).isEqualTo(JsonToken.END_DOCUMENT);
  }

  private static JsonReader reader(String text, int atOnce) {
    InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return new ByteReader(
        new InputStream() {
          @Override
          public int read() throws IOException {
            return bytes.read();
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, Math.min(length, atOnce));
          }
        });
  }
}

package dev.opensipsmcp.mi.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever tree is written, the reader off bytes and gson's off characters make the same of it. */
class ByteReaderProperties {

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void agrees_with_the_reader_off_characters(@ForAll("trees") JsonElement tree) throws IOException {
    String text = tree.toString();
    JsonElement off = Trees.read(new JsonReader(new StringReader(text)));
    ByteReader bytes =
        new ByteReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(Trees.read(bytes)).isEqualTo(off);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void every_text_cut_short_is_refused(@ForAll("trees") JsonElement tree, @ForAll int where) {
    String text = "[" + tree + "]";
    int end = Math.floorMod(where, text.length() - 1);
    byte[] cut = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
    ByteReader bytes = new ByteReader(new ByteArrayInputStream(cut));
    assertThat(catching(bytes)).isInstanceOf(IOException.class);
  }

  private static Throwable catching(ByteReader bytes) {
    try {
      Trees.read(bytes);
      return new AssertionError("read");
    } catch (IOException refused) {
      return refused;
    }
  }

  @Provide
  Arbitrary<JsonElement> trees() {
    Arbitrary<JsonElement> tree = plain();
    for (int depth = 0; depth < 3; depth++) {
      tree = Arbitraries.oneOf(plain(), arrays(tree), objects(tree));
    }
    return tree;
  }

  private static Arbitrary<JsonElement> arrays(Arbitrary<JsonElement> items) {
    return items.list().ofMaxSize(4).map(ByteReaderProperties::array);
  }

  private static Arbitrary<JsonElement> objects(Arbitrary<JsonElement> values) {
    return Arbitraries.maps(Arbitraries.strings().ofMaxLength(8), values)
        .ofMaxSize(4)
        .map(members -> {
          JsonObject object = new JsonObject();
          members.forEach(object::add);
          return object;
        });
  }

  private static JsonElement array(List<JsonElement> items) {
    JsonArray array = new JsonArray();
    items.forEach(array::add);
    return array;
  }

  private static Arbitrary<JsonElement> plain() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(80).map(JsonPrimitive::new),
        Arbitraries.longs().map(JsonPrimitive::new),
        Arbitraries.bigDecimals().map(JsonPrimitive::new),
        Arbitraries.of(new JsonPrimitive(true), new JsonPrimitive(false), JsonNull.INSTANCE));
  }
}

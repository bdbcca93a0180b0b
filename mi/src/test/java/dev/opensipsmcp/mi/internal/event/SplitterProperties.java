package dev.opensipsmcp.mi.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A stream falls into the same values wherever the network cut it. */
class SplitterProperties {
  private static final int LONG = 1 << 20;

  private static final class Seen implements Splitter.Taker {
    private final List<String> values = new ArrayList<>();
    private int strays;

    @Override
    public void value(byte[] bytes, int from, int length) {
      values.add(new String(bytes, from, length, StandardCharsets.UTF_8));
    }

    @Override
    public void stray() {
      strays++;
    }
  }

  @Property(tries = 500)
  void anyChunksGiveTheValuesThatWereSent(
      @ForAll @Size(max = 12) List<@From("values") String> values,
      @ForAll @From("separators") String separator,
      @ForAll @IntRange(min = 1, max = 60) int piece) {
    Seen seen = new Seen();
    Splitter splitter = new Splitter(LONG, seen);
    byte[] stream = String.join(separator, values).getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < stream.length; from += piece) {
      assertThat(splitter.feed(stream, from, Math.min(piece, stream.length - from))).isTrue();
    }
    assertThat(seen.values).isEqualTo(values);
    assertThat(seen.strays).isZero();
    assertThat(splitter.unfinished()).isFalse();
  }

  @Property(tries = 300)
  void strayBytesBetweenValuesLoseNoValue(
      @ForAll @Size(min = 1, max = 8) List<@From("values") String> values,
      @ForAll @IntRange(min = 1, max = 9) int piece) {
    Seen seen = new Seen();
    Splitter splitter = new Splitter(LONG, seen);
    byte[] stream = (String.join("##", values) + "##").getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < stream.length; from += piece) {
      splitter.feed(stream, from, Math.min(piece, stream.length - from));
    }
    assertThat(seen.values).isEqualTo(values);
    assertThat(seen.strays).isEqualTo(values.size());
  }

  @Property(tries = 200)
  void aValueThatIsTooLongEndsTheStream(
      @ForAll @IntRange(min = 1, max = 50) int piece,
      @ForAll @IntRange(min = 30, max = 90) int limit) {
    Seen seen = new Seen();
    Splitter splitter = new Splitter(limit, seen);
    byte[] stream = ("{\"a\":\"" + "x".repeat(limit) + "\"}").getBytes(StandardCharsets.UTF_8);
    boolean goesOn = true;
    for (int from = 0; goesOn && from < stream.length; from += piece) {
      goesOn = splitter.feed(stream, from, Math.min(piece, stream.length - from));
    }
    assertThat(goesOn).isFalse();
    assertThat(seen.values).isEmpty();
    assertThat(splitter.unfinished()).isTrue();
  }

  @Property(tries = 300)
  void anyBytesAreTakenWithoutFault(
      @ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int piece) {
    Splitter splitter = new Splitter(LONG, new Seen());
    for (int from = 0; from < bytes.length; from += piece) {
      assertThat(splitter.feed(bytes, from, Math.min(piece, bytes.length - from))).isTrue();
    }
    assertThat(Notification.decode(bytes, 0, bytes.length)).isEmpty();
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> texts = Arbitraries.strings().withChars("ab{}[]\"\\, :é€\n").ofMaxLength(20);
    return texts
        .tuple2()
        .map(pair -> {
          JsonObject params = new JsonObject();
          params.addProperty(pair.get1(), pair.get2());
          JsonObject json = new JsonObject();
          json.addProperty("method", pair.get1());
          json.add("params", params);
          return json.toString();
        });
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of("", "", "\n", " \r\n");
  }
}

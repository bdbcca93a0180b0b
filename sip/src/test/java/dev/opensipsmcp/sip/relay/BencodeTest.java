package dev.opensipsmcp.sip.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BencodeTest {
  private static final int DEPTH = 4;

  @Example
  void aDictionaryIsWrittenInTheOrderOfItsNames() {
    Bencode value =
        new Bencode.Dictionary(
            Map.of(
                "limit",
                new Bencode.Whole(-3),
                "command",
                new Bencode.Text("list"),
                "flags",
                new Bencode.Items(List.of(new Bencode.Text("\u00fc")))));
    assertThat(new String(Bencode.encode(value), StandardCharsets.UTF_8))
        .isEqualTo("d7:command4:list5:flagsl2:\u00fce5:limiti-3ee");
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("values") Bencode value) {
    assertThat(Bencode.decode(Bencode.encode(value))).isEqualTo(value);
  }

  @Property
  void anyBytesAreAValueOrRefused(@ForAll byte[] bytes) {
    try {
      assertThat(Bencode.decode(bytes)).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("no bencode at byte");
    }
  }

  @Example
  void whatIsCutTooDeepOrFollowedIsRefused() {
    for (String text :
        List.of("", "d", "i", "ie", "i99999999999999999999e", "5:abc", "i1ex", "-1:", "d3:abce")) {
      assertThatIllegalArgumentException()
          .as(text)
          .isThrownBy(() -> Bencode.decode(text.getBytes(StandardCharsets.US_ASCII)));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bencode.decode("l".repeat(100_000).getBytes(StandardCharsets.US_ASCII)))
        .withMessageContaining("too deep");
  }

  @Provide
  Arbitrary<Bencode> values() {
    return values(DEPTH);
  }

  /** Depth is counted down: values that hold values of any depth need not ever end. */
  private static Arbitrary<Bencode> values(int depth) {
    Arbitrary<Bencode> texts = Arbitraries.strings().ofMaxLength(20).map(BencodeTest::text);
    Arbitrary<Bencode> numbers = Arbitraries.longs().map(Bencode.Whole::new);
    if (depth == 0) {
      return Arbitraries.oneOf(texts, numbers);
    }
    Arbitrary<Bencode> inner = values(depth - 1);
    return Arbitraries.oneOf(
        texts,
        numbers,
        inner.list().ofMaxSize(3).map(Bencode.Items::new),
        Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), inner)
            .ofMaxSize(3)
            .map(Bencode.Dictionary::new));
  }

  /** Half a surrogate pair is no UTF-8, so it can't come back. */
  private static Bencode text(String text) {
    return new Bencode.Text(
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }
}

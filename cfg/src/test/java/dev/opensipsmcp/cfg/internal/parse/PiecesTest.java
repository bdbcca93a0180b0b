package dev.opensipsmcp.cfg.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A text read in pieces says what it says when it is read as a whole. */
class PiecesTest {
  private static final String ROUTE = "route[a%d] {\n  if ($rU == \"x\") {\n    exit;\n  }\n}\n";

  @Example
  void aLongFileIsReadInAsManyPiecesAsAreAskedFor() {
    String text = routes(100);

    Pieces pieces = Pieces.of(text, 4);

    assertThat(pieces.count()).isEqualTo(4);
    assertThat(pieces.read()).contains(Reader.whole(text));
  }

  @Example
  void aShortFileIsOnePieceAndReadAsAWhole() {
    Pieces pieces = Pieces.of(routes(1));

    assertThat(pieces.count()).isEqualTo(1);
    assertThat(pieces.read()).isEmpty();
  }

  @Example
  void aFaultInAnyPieceIsReadAsAWhole() {
    String text = routes(40) + "route[broken] {\n  exit\n" + routes(40);

    assertThat(Pieces.of(text, 3).read()).isEmpty();
    assertThat(Reader.whole(text).faults()).isNotEmpty();
  }

  @Example
  void whatOnlyLooksLikeARouteBeginsNoPiece() {
    for (String open : List.of("/*\n", "xlog(\"", "children=4\n")) {
      String text = routes(20) + open + routes(20) + "*/ \");\n" + routes(3);

      assertThat(Pieces.of(text, 2).read()).as(open).isEmpty();
    }
  }

  @Property(tries = 2_000)
  void inPiecesOrAsAWholeIsTheSame(
      @ForAll("files") String text, @ForAll @IntRange(min = 2, max = 6) int most) {
    Optional<SyntaxTree> inPieces = Pieces.of(text, most).read();

    assertThat(inPieces.orElseGet(() -> Reader.whole(text))).isEqualTo(Reader.whole(text));
  }

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of(
            "route[a] {\n  exit;\n}\n",
            "route[b] {\n  if (1) {\n    exit;\n  }\n}\n",
            "# told\n",
            "/* told\n",
            "*/\n",
            "xlog(\"\n",
            "\");\n",
            "if (1) {\n",
            "}\n",
            "} else\n",
            "log_level=3\n",
            "alias=a.example\n",
            "loadmodule \"tm.so\"\n",
            "include_file \"x\"\n",
            "route[\n",
            "\\\n",
            "\0",
            "{{ x }}\n",
            "é\n")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  private static String routes(int count) {
    return IntStream.range(0, count).mapToObj(ROUTE::formatted).reduce("", String::concat);
  }
}

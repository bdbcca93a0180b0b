package dev.opensipsmcp.cfg.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Files that follow the grammar are read without a fault, however they are laid out. */
class ValidFileProperties {
  private static final List<String> GAPS =
      List.of(
          " ", "\n", "\t", "\r\n", " /* a * / b */ ", " # c; } \"\n", "  \\\n ", " /* /* */ */\n");

  @Property(tries = 300)
  void aValidFileHasNoFault(@ForAll long seed) {
    String pieces = ValidFile.of(seed);
    SyntaxTree tree = Parser.parse(pieces);

    assertThat(tree.faults()).as(pieces).isEmpty();
    assertThat(tree.items()).noneMatch(Item.Unreadable.class::isInstance);
  }

  @Property(tries = 300)
  void blanksAndCommentsBetweenThePiecesMeanNothing(@ForAll long seed, @ForAll List<Integer> gaps) {
    String pieces = ValidFile.of(seed);
    String[] all = pieces.split(" ", -1);
    StringBuilder other = new StringBuilder(all[0]);
    IntStream.range(1, all.length)
        .forEach(at -> {
          int gap = gaps.isEmpty() ? at : gaps.get(at % gaps.size());
          other.append(GAPS.get(Math.floorMod(gap, GAPS.size()))).append(all[at]);
        });

    SyntaxTree laidOut = Parser.parse(other.toString());
    assertThat(laidOut.faults()).as(other.toString()).isEmpty();
    assertThat(Shape.many(laidOut.items())).isEqualTo(Shape.many(Parser.parse(pieces).items()));
  }
}

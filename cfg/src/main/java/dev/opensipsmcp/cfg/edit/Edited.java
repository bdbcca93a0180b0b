package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What came of an edit. */
public sealed interface Edited {
  /**
   * It is done.
   *
   * @param tree the new text, parsed again
   * @param replacements what was replaced in the former text, in its order; all else is as it was
   * @param changes what changed, a sentence each
   * @param notes what a person should know or decide, a sentence each
   */
  record Done(
      SyntaxTree tree, List<Replacement> replacements, List<String> changes, List<String> notes)
      implements Edited {
    public Done {
      replacements = List.copyOf(replacements);
      changes = List.copyOf(changes);
      notes = List.copyOf(notes);
    }

    /** {@return the new text} */
    public String text() {
      return tree.text();
    }
  }

  /**
   * It is not done, and nothing changed.
   *
   * @param reason why not, and what to do instead where that is known
   */
  record Refused(String reason) implements Edited {}

  /**
   * {@return what comes of a further edit of the new text} A refusal stays what it is, so that
   * either all edits of a chain are done or none. The replacements of the later edits refer to the
   * text between, and are therefore left out.
   *
   * @param next the further edit
   */
  default Edited then(Function<SyntaxTree, Edited> next) {
    return switch (this) {
      case Refused _ -> this;
      case Done first ->
          switch (next.apply(first.tree())) {
            case Refused refused -> refused;
            case Done second ->
                new Done(
                    second.tree(),
                    List.of(),
                    joined(first.changes(), second.changes()),
                    joined(first.notes(), second.notes()));
          };
    };
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}

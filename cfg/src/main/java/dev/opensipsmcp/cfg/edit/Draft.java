package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.syntax.Fault;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An edit while it is put together. */
final class Draft {
  private final SyntaxTree tree;
  private final List<Replacement> replacements = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Draft(SyntaxTree tree) {
    this.tree = tree;
  }

  Draft replace(Span span, String text) {
    replacements.add(new Replacement(span, text));
    return this;
  }

  Draft insert(int offset, String text) {
    return replace(new Span(offset, offset), text);
  }

  Draft change(String change) {
    changes.add(change);
    return this;
  }

  Draft note(String note) {
    notes.add(note);
    return this;
  }

  /** Carries it out, unless the new text has faults that the former one does not have. */
  Edited done() {
    replacements.sort(Comparator.comparingInt(replacement -> replacement.span().start()));
    StringBuilder text = new StringBuilder(tree.text().length() + 256);
    int at = 0;
    for (Replacement replacement : replacements) {
      if (replacement.span().start() < at) {
        return new Edited.Refused("Two changes meet at the same place of the text.");
      }
      text.append(tree.text(), at, replacement.span().start()).append(replacement.text());
      at = replacement.span().end();
    }
    text.append(tree.text(), at, tree.text().length());
    SyntaxTree edited = Parser.parse(text.toString());
    Map<String, Integer> known = new HashMap<>();
    tree.faults().forEach(fault -> known.merge(fault.message(), 1, Integer::sum));
    for (Fault fault : edited.faults()) {
      if (known.merge(fault.message(), -1, Integer::sum) < 0) {
        return new Edited.Refused("The new text would be wrong: " + fault.message());
      }
    }
    return new Edited.Done(edited, replacements, changes, notes);
  }
}

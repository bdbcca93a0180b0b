package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.migrate.Release;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the steps of a hop see, and where they put what they want. */
final class Scene {
  /** A replacement with its reason. */
  record Wanted(Step step, Patch.Edit edit, String reason) {}

  /** A question with its place in this scene's text. */
  record Asked(Step step, int offset, String what, List<String> options) {}

  private static final Step NONE = new Step("none", Release.V2_4, "", "", List.of(), _ -> {});

  private final Script script;
  private final Facts facts;
  private final List<Wanted> wanted = new ArrayList<>();
  private final List<Asked> lasting = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();
  private final NavigableMap<Integer, Span> taken = new TreeMap<>();
  private final NavigableSet<Integer> faulty = new TreeSet<>();
  private Step step = NONE;

  /**
   * Opens a scene.
   *
   * @param careful whether nothing is rewritten that could not be understood in full
   */
  Scene(Script script, Facts facts, boolean careful) {
    this.script = script;
    this.facts = facts;
    if (careful) {
      script.tree().faults().forEach(fault -> faulty.add(fault.span().start()));
    }
  }

  void run(Step next) {
    step = next;
    next.rewriter().rewrite(this);
  }

  Script script() {
    return script;
  }

  /** {@return the facts of the version that is migrated to, or the first that has any} */
  Facts facts() {
    return facts;
  }

  List<Wanted> wanted() {
    return wanted;
  }

  /** {@return what is asked of a person, as long as nothing else is to be rewritten} */
  List<Asked> asked() {
    return asked;
  }

  /** {@return what is asked about a rewrite, which no later look at the text would find again} */
  List<Asked> lasting() {
    return lasting;
  }

  /** Replaces a part of the text; when another step got there first, the next round does it. */
  boolean replace(Span span, String text) {
    return replace(span, text, step.why());
  }

  boolean replace(Span span, String text, String reason) {
    return all(List.of(new Patch.Edit(span, text)), reason);
  }

  /** Makes all of these replacements or none. */
  boolean all(List<Patch.Edit> edits, String reason) {
    for (Patch.Edit edit : edits) {
      if (overlaps(edit.span())) {
        return false;
      }
    }
    for (Patch.Edit edit : edits) {
      if (edit.span().start() < edit.span().end()) {
        taken.put(edit.span().start(), edit.span());
      }
      wanted.add(new Wanted(step, edit, reason));
    }
    return true;
  }

  /** Asks a person. */
  void ask(Span span, String what, String... options) {
    asked.add(new Asked(step, span.start(), what, List.of(options)));
  }

  /** Asks a person about something that this round rewrites. */
  void askNow(Span span, String what, String... options) {
    lasting.add(new Asked(step, span.start(), what, List.of(options)));
  }

  private boolean overlaps(Span span) {
    if (span.start() < span.end() && !faulty.subSet(span.start(), span.end()).isEmpty()) {
      return true;
    }
    var before = taken.lowerEntry(Math.max(span.end(), span.start() + 1));
    return before != null && before.getValue().end() > span.start();
  }
}

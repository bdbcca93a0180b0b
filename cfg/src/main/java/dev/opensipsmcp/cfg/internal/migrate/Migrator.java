package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.migrate.Change;
import dev.opensipsmcp.cfg.migrate.Decision;
import dev.opensipsmcp.cfg.migrate.Hop;
import dev.opensipsmcp.cfg.migrate.Plan;
import dev.opensipsmcp.cfg.migrate.Release;
import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a configuration from hop to hop. */
public final class Migrator {
  /** Rounds of a hop in which something is rewritten; the steps need two or three. */
  private static final int ROUNDS = 12;

  private final Origins origins;
  private final List<Patch> patches = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Decided> decided = new ArrayList<>();
  private Script script;

  /** A decision with its offset in the text that was given. */
  private record Decided(int offset, Decision decision) {}

  private Migrator(Program program) {
    origins = program.origins();
    script = new Script(program.tree());
  }

  /** {@return the migration; the way there must be known to exist} */
  public static Plan plan(Program program, Release from, Release to) {
    Migrator migrator = new Migrator(program);
    Script before = migrator.script;
    Release at = from;
    for (Release next : Release.values()) {
      if (next.compareTo(from) > 0 && next.compareTo(to) <= 0) {
        migrator.hop(new Hop(at, next));
        at = next;
      }
    }
    if (from != to) {
      migrator.leftovers(to);
    }
    return migrator.result(before, from, to);
  }

  private void hop(Hop hop) {
    Release to = hop.to();
    List<Step> steps = Steps.to(to);
    Facts facts = Facts.of(to.facts());
    for (int round = 0; round < ROUNDS; round++) {
      Scene scene = new Scene(script, facts, true);
      steps.forEach(scene::run);
      if (scene.wanted().isEmpty()) {
        decide(scene.asked());
        return;
      }
      decide(scene.lasting());
      apply(scene, hop);
    }
    throw new IllegalStateException("the steps to " + to + " never come to an end");
  }

  private void apply(Scene scene, Hop hop) {
    String text = script.text();
    for (Scene.Wanted wanted : scene.wanted()) {
      Patch.Edit edit = wanted.edit();
      changes.add(
          new Change(
              wanted.step().id(),
              hop,
              origins.place(origin(edit.span().start())),
              edit.span().in(text).strip(),
              edit.text().strip(),
              wanted.reason()));
    }
    Patch patch = Patch.of(scene.wanted().stream().map(Scene.Wanted::edit).toList());
    patches.add(patch);
    script = new Script(Parser.parse(patch.apply(text)));
  }

  private void leftovers(Release to) {
    Step step = Leftovers.step(to);
    Scene scene = new Scene(script, Facts.of(to.facts()), true);
    scene.run(step);
    decide(scene.asked());
  }

  private void decide(List<Scene.Asked> asked) {
    for (Scene.Asked one : asked) {
      int offset = origin(one.offset());
      decided.add(
          new Decided(
              offset,
              new Decision(
                  one.step().id(),
                  origins.place(offset),
                  Layout.line(script.text(), one.offset()),
                  one.what(),
                  one.options())));
    }
  }

  private int origin(int offset) {
    int at = offset;
    for (Patch patch : patches.reversed()) {
      at = patch.origin(at);
    }
    return at;
  }

  private Plan result(Script before, Release from, Release to) {
    // What an earlier hop asked about and the end still finds amiss is said once.
    Map<Integer, Decided> byPlace = new LinkedHashMap<>();
    List<Decision> decisions = new ArrayList<>();
    decided.stream()
        .sorted(Comparator.comparingInt(Decided::offset))
        .filter(one -> {
          Decided first = byPlace.putIfAbsent(one.offset(), one);
          return first == null || !Leftovers.isOne(one.decision());
        })
        .forEach(one -> decisions.add(one.decision()));
    return new Plan.Migrated(
        script.text(),
        changes,
        decisions,
        Tables.steps(before, script, from, to),
        MiNames.renames(before, script, from, to));
  }
}

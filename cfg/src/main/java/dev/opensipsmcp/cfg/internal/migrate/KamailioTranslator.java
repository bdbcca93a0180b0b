package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.kamailio.Rewritten;
import dev.opensipsmcp.cfg.kamailio.Translation;
import dev.opensipsmcp.cfg.kamailio.Untranslated;
import dev.opensipsmcp.cfg.migrate.Release;
import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Place;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Translates a configuration of Kamailio: directives, then words, then what they stand for. */
public final class KamailioTranslator {
  private static final int ROUNDS = 12;
  private static final String FILE = "kamailio.cfg";

  private final List<String> given;
  private final Origins origins;
  private final List<Patch> patches = new ArrayList<>();
  private final List<Rewritten> rewritten = new ArrayList<>();
  private final List<Untranslated> untranslated = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private Script script;

  private KamailioTranslator(String given, String directed) {
    this.given = given.lines().toList();
    Program program = Program.of(FILE, directed);
    origins = program.origins();
    script = new Script(program.tree());
  }

  /** {@return the translation} */
  public static Translation translate(String text, Set<String> names, Version to) {
    KamailioDirectives directives = new KamailioDirectives(names);
    String directed = directives.run(text);
    KamailioTranslator translator = new KamailioTranslator(text, directed);
    for (KamailioDirectives.Problem problem : directives.problems()) {
      translator.say(new Place(FILE, problem.line() + 1, 1), problem.what(), problem.instead());
    }
    Facts facts = Facts.of(to);
    Map<String, String> defined = directives.defined();
    translator.rounds(facts, List.of(KamailioSteps.words(defined), KamailioSteps.routes()));
    translator.rounds(facts, KamailioSteps.all(facts));
    translator.rounds(facts, List.of(Leftovers.step(Release.of(to))));
    translator.untranslated.sort(
        Comparator.comparingInt((Untranslated one) -> one.place().line())
            .thenComparingInt(one -> one.place().column()));
    return new Translation(translator.script.text(), translator.rewritten, translator.untranslated);
  }

  private void rounds(Facts facts, List<Step> steps) {
    for (int round = 0; round < ROUNDS; round++) {
      Scene scene = new Scene(script, facts, false);
      steps.forEach(scene::run);
      scene.lasting().forEach(this::say);
      if (scene.wanted().isEmpty()) {
        scene.asked().forEach(this::say);
        return;
      }
      apply(scene);
    }
    throw new IllegalStateException("the translation never comes to an end");
  }

  private void apply(Scene scene) {
    String text = script.text();
    for (Scene.Wanted wanted : scene.wanted()) {
      Patch.Edit edit = wanted.edit();
      rewritten.add(
          new Rewritten(
              origins.place(origin(edit.span().start())),
              edit.span().in(text).strip(),
              edit.text().strip(),
              wanted.reason()));
    }
    Patch patch = Patch.of(scene.wanted().stream().map(Scene.Wanted::edit).toList());
    patches.add(patch);
    script = new Script(Parser.parse(patch.apply(text)));
  }

  private void say(Scene.Asked asked) {
    say(
        origins.place(origin(asked.offset())),
        asked.what(),
        asked.options().isEmpty() ? "Decide by hand." : asked.options().getFirst());
  }

  /** Says one thing for each place. */
  private void say(Place place, String what, String instead) {
    if (said.add(place.toString())) {
      untranslated.add(new Untranslated(place, line(place), what, instead));
    }
  }

  /** The directives kept the numbers of lines, though not what stands in them. */
  private String line(Place place) {
    return place.line() <= given.size() ? given.get(place.line() - 1) : "";
  }

  private int origin(int offset) {
    int at = offset;
    for (Patch patch : patches.reversed()) {
      at = patch.origin(at);
    }
    return at;
  }
}

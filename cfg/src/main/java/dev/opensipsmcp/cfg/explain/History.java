package dev.opensipsmcp.cfg.explain;

import dev.opensipsmcp.cfg.explain.Explanation.Step;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCatalogue;
import dev.opensipsmcp.facts.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a thing came to be as it is. */
final class History {
  private History() {}

  /**
   * {@return its changes over all versions that are known, oldest first}
   *
   * @param version a version that has the thing
   * @param thing the thing as that version has it
   */
  static List<Step> of(Version version, Thing thing) {
    List<Step> steps = new ArrayList<>();
    List<Thing> before = List.of();
    Version oldest = List.of(Version.values()).getFirst();
    for (Version each : Version.values()) {
      List<Thing> now = in(each, version, thing);
      if (before.isEmpty() && !now.isEmpty()) {
        String text =
            each == oldest ? "It is there, in the oldest version that is known." : "It is new.";
        steps.add(new Step(each.label(), steps.isEmpty() ? text : "It is there again."));
      } else if (!before.isEmpty() && now.isEmpty()) {
        steps.add(new Step(each.label(), "It is gone."));
      } else if (!now.isEmpty()) {
        changes(before, now).ifPresent(text -> steps.add(new Step(each.label(), text)));
      }
      before = now;
    }
    return List.copyOf(steps);
  }

  /** MI commands have other names in other versions; all else is gone when its name is. */
  private static List<Thing> in(Version each, Version version, Thing thing) {
    if (thing.topic() != Topic.MI_COMMAND) {
      return Catalogue.of(each).find(thing.name()).stream().filter(thing::same).toList();
    }
    MiCatalogue commands = Facts.of(version).mi();
    Optional<String> name =
        each == version
            ? Optional.of(thing.name())
            : commands.command(thing.name()).flatMap(command -> commands.nameIn(command, each));
    return name.map(known ->
            Catalogue.of(each).find(known).stream()
                .filter(other -> other.topic() == Topic.MI_COMMAND)
                .filter(other -> other.name().equals(known))
                .toList())
        .orElse(List.of());
  }

  /** A default that is only in one version's manual is no change. */
  private static Optional<String> changes(List<Thing> before, List<Thing> now) {
    List<String> changes = new ArrayList<>();
    if (!before.getFirst().name().equals(now.getFirst().name())) {
      changes.add("It is called " + now.getFirst().name() + ".");
    }
    List<String> former = before.stream().map(Thing::form).toList();
    for (Thing thing : now) {
      if (!former.contains(thing.form()) && !thing.form().isEmpty()) {
        changes.add(thing.form());
      }
    }
    Optional<String> old = before.getFirst().defaultValue();
    Optional<String> fresh = now.getFirst().defaultValue();
    if (old.isPresent() && fresh.isPresent() && !old.equals(fresh)) {
      changes.add(
          "Its default changes from "
              + Explain.value(old.get())
              + " to "
              + Explain.value(fresh.get())
              + ".");
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", changes));
  }
}

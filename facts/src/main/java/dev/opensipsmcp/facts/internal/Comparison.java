package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.Changes;
import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.CoreChanges;
import dev.opensipsmcp.facts.CoreFacts;
import dev.opensipsmcp.facts.Difference;
import dev.opensipsmcp.facts.Event;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.GlobalParameter;
import dev.opensipsmcp.facts.MiChanges;
import dev.opensipsmcp.facts.ModuleChanges;
import dev.opensipsmcp.facts.ModuleFacts;
import dev.opensipsmcp.facts.PseudoVariable;
import dev.opensipsmcp.facts.ScriptFunction;
import dev.opensipsmcp.facts.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares the facts of two versions. */
public final class Comparison implements Changes {
  private static final Difference NONE = new Difference(List.of(), List.of());

  private final Facts from;
  private final Facts to;

  /** Makes the comparison; nothing is read yet. */
  public Comparison(Facts from, Facts to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public Difference modules() {
    return difference(from.modules(), to.modules(), ModuleFacts::name);
  }

  @Override
  public ModuleChanges module(String name) {
    Optional<ModuleFacts> before = from.module(name);
    Optional<ModuleFacts> after = to.module(name);
    return before.isPresent() && after.isPresent()
        ? ModuleComparison.of(before.get(), after.get())
        : new ModuleChanges(NONE, List.of(), NONE, NONE, List.of(), NONE, NONE, NONE);
  }

  @Override
  public CoreChanges core() {
    CoreFacts before = from.core();
    CoreFacts after = to.core();
    return new CoreChanges(
        difference(before.globalParameters(), after.globalParameters(), GlobalParameter::name),
        difference(before.functions(), after.functions(), ScriptFunction::name),
        difference(before.keywords(), after.keywords(), Function.identity()),
        difference(before.pseudoVariables(), after.pseudoVariables(), PseudoVariable::name),
        difference(before.events(), after.events(), Event::name));
  }

  @Override
  public MiChanges mi() {
    return new MiComparison(from, to).changes();
  }

  @Override
  public Difference tables() {
    return difference(from.tables(), to.tables(), Table::name);
  }

  @Override
  public Difference columns(String table) {
    Optional<Table> before = from.table(table);
    Optional<Table> after = to.table(table);
    return before.isPresent() && after.isPresent()
        ? difference(before.get().columns(), after.get().columns(), Column::name)
        : NONE;
  }

  static <T> Difference difference(
      Collection<T> before, Collection<T> after, Function<T, String> name) {
    Set<String> added = names(after, name);
    Set<String> removed = names(before, name);
    Set<String> both = new TreeSet<>(added);
    both.retainAll(removed);
    added.removeAll(both);
    removed.removeAll(both);
    return new Difference(List.copyOf(added), List.copyOf(removed));
  }

  private static <T> Set<String> names(Collection<T> elements, Function<T, String> name) {
    Set<String> names = new TreeSet<>();
    for (T element : elements) {
      names.add(name.apply(element));
    }
    return names;
  }
}

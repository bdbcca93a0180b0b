package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last value of each parameter that is set for a loaded module, by its name or a pattern. */
final class Parameters {
  /**
   * A parameter of a module.
   *
   * @param module the module's name
   * @param parameter the parameter's name
   */
  record Key(String module, String parameter) {}

  /** More modules than any version has. */
  private static final int MOST = 300;

  private final Map<Key, Item.ModuleParameter> last = new HashMap<>();

  private final Memo<List<String>> matching = new Memo<>(List.of());

  Parameters(SyntaxTree tree, Loaded loaded) {
    for (Item item : tree.items()) {
      if (item instanceof Item.ModuleParameter parameter) {
        String wanted = parameter.module().value();
        List<String> modules =
            loaded.has(wanted)
                ? List.of(wanted)
                : matching.get(wanted, () -> matching(wanted, loaded));
        modules.forEach(it -> last.put(new Key(it, parameter.name().value()), parameter));
      }
    }
  }

  private static List<String> matching(String wanted, Loaded loaded) {
    return ModulePattern.of(wanted)
        .map(it -> loaded.names().stream().filter(it::matches).limit(MOST).toList())
        .orElse(List.of());
  }

  /** {@return all of them} */
  Map<Key, Item.ModuleParameter> all() {
    return last;
  }

  /** {@return where a parameter is set last} */
  Optional<Item.ModuleParameter> find(String module, String parameter) {
    return Optional.ofNullable(last.get(new Key(module, parameter)));
  }

  /** {@return the string that a parameter is set to last} */
  Optional<String> text(String module, String parameter) {
    return find(module, parameter)
        .map(Item.ModuleParameter::value)
        .filter(Literal.Text.class::isInstance)
        .map(it -> ((Literal.Text) it).value());
  }
}

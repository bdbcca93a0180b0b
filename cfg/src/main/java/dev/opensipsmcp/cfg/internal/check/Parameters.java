package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The last value of each parameter that is set for a module by its name. */
final class Parameters {
  /**
   * A parameter of a module.
   *
   * @param module the module's name
   * @param parameter the parameter's name
   */
  record Key(String module, String parameter) {}

  private final Map<Key, Item.ModuleParameter> last = new HashMap<>();

  Parameters(SyntaxTree tree) {
    for (Item item : tree.items()) {
      if (item instanceof Item.ModuleParameter parameter) {
        last.put(new Key(parameter.module().value(), parameter.name().value()), parameter);
      }
    }
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

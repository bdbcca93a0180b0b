package dev.opensipsmcp.cfg.edit;

import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import java.util.List;
import java.util.Optional;

/**
 * Edits of a configuration for one version of OpenSIPS. Each replaces the parts that it must and
 * leaves all else as it is, byte for byte; the new text is parsed again, and an edit that would
 * bring a fault into it is refused. What is put in is checked against the facts of the version. A
 * tree is of one file: what it includes is not changed. Safe to share.
 */
public final class Edits {
  private final Facts facts;

  /**
   * @param facts the facts of the version that the configuration is for
   */
  public Edits(Facts facts) {
    this.facts = facts;
  }

  /**
   * Loads a module behind those that are loaded, or before the first one that wants it before
   * itself, with what it needs: modules are added, a driver is taken from the URLs of the
   * parameters.
   *
   * @param tree the configuration
   * @param module the module's name
   * @param parameters its parameters, in order
   */
  public Edited addModule(SyntaxTree tree, String module, List<Parameter> parameters) {
    return new ModuleEdits(tree, facts).add(module, parameters);
  }

  /**
   * Takes a module out with its parameters, unless another module or a route needs it.
   *
   * @param tree the configuration
   * @param module the module's name
   */
  public Edited removeModule(SyntaxTree tree, String module) {
    return new ModuleEdits(tree, facts).remove(module);
  }

  /**
   * Sets a parameter of a loaded module: replaces its value, or adds it behind the module's others.
   *
   * @param tree the configuration
   * @param module the module's name
   * @param parameter the parameter with its new value
   */
  public Edited setParameter(SyntaxTree tree, String module, Parameter parameter) {
    return new ParameterEdits(tree, facts).set(module, parameter);
  }

  /**
   * Adds a parameter of a loaded module, beside others of the same name, as lists of sockets and
   * partitions are made.
   *
   * @param tree the configuration
   * @param module the module's name
   * @param parameter the parameter with its value
   */
  public Edited addParameter(SyntaxTree tree, String module, Parameter parameter) {
    return new ParameterEdits(tree, facts).add(module, parameter);
  }

  /**
   * Takes a parameter of a module out.
   *
   * @param tree the configuration
   * @param module the module as it is written
   * @param name the parameter
   * @param value which one, where it is set several times
   */
  public Edited removeParameter(
      SyntaxTree tree, String module, String name, Optional<Value> value) {
    return new ParameterEdits(tree, facts).remove(module, name, value);
  }

  /**
   * Sets a global parameter: replaces its value, or adds it behind the others.
   *
   * @param tree the configuration
   * @param name the parameter
   * @param value its new value
   */
  public Edited setGlobal(SyntaxTree tree, String name, Value value) {
    return new Globals(tree, facts).set(name, value);
  }

  /**
   * Adds a global parameter beside others of the same name: a listener, an alias.
   *
   * @param tree the configuration
   * @param name the parameter
   * @param value its value
   */
  public Edited addGlobal(SyntaxTree tree, String name, Value value) {
    return new Globals(tree, facts).add(name, value);
  }

  /**
   * Takes a global parameter out.
   *
   * @param tree the configuration
   * @param name the parameter
   * @param value which one, where it stands several times
   */
  public Edited removeGlobal(SyntaxTree tree, String name, Optional<Value> value) {
    return new Globals(tree, facts).remove(name, value);
  }

  /**
   * Renames a route wherever it is named: where it stands, in calls, and in the arguments and
   * parameters that are names of routes.
   *
   * @param tree the configuration
   * @param route the route
   * @param name its new name
   */
  public Edited renameRoute(SyntaxTree tree, RouteName route, String name) {
    return new RouteEdits(tree, facts).rename(route, name);
  }

  /**
   * Adds routes at the end.
   *
   * @param tree the configuration
   * @param text one or more routes
   */
  public Edited addRoute(SyntaxTree tree, String text) {
    return new RouteEdits(tree, facts).add(text);
  }

  /**
   * Takes a route out, unless it is used.
   *
   * @param tree the configuration
   * @param route the route
   */
  public Edited removeRoute(SyntaxTree tree, RouteName route) {
    return new RouteEdits(tree, facts).remove(route);
  }

  /**
   * Calls another function with the same arguments, everywhere.
   *
   * @param tree the configuration
   * @param from the function that is called
   * @param to the function to call
   */
  public Edited replaceFunction(SyntaxTree tree, String from, String to) {
    return new FunctionEdits(tree, facts).replace(from, to, Optional.empty());
  }

  /**
   * Calls another function with other arguments, everywhere.
   *
   * @param tree the configuration
   * @param from the function that is called
   * @param to the function to call
   * @param arguments its arguments as they are written, in which {@code {1}} stands for the first
   *     of the former ones
   */
  public Edited replaceFunction(SyntaxTree tree, String from, String to, List<String> arguments) {
    return new FunctionEdits(tree, facts).replace(from, to, Optional.of(arguments));
  }

  /**
   * Puts statements into a route.
   *
   * @param tree the configuration
   * @param place where
   * @param statements one or more, with their semicolons
   */
  public Edited insert(SyntaxTree tree, Place place, String statements) {
    return new StatementEdits(tree).insert(place, statements);
  }
}

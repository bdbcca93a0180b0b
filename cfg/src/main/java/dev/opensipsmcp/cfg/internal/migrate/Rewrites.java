package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small rewriters that most steps are made of. */
final class Rewrites {
  private Rewrites() {}

  /** Does several things as one step. */
  static Rewriter both(Rewriter... rewriters) {
    return scene -> Arrays.stream(rewriters).forEach(rewriter -> rewriter.rewrite(scene));
  }

  /** A module goes by another name. When that one is loaded already, the line of the old goes. */
  static Rewriter renameModule(String old, String now) {
    return scene -> {
      Script script = scene.script();
      for (Item.LoadModule load : script.loads()) {
        if (load.module().equals(old)) {
          if (script.loaded(now)) {
            scene.replace(Layout.withLine(script.text(), load.span()), "");
          } else {
            renameIn(scene, load.path().span(), old, now);
          }
        }
      }
      for (Item.ModuleParameter parameter : script.parameters()) {
        if (ModulePattern.meets(parameter.module().value(), old)) {
          renameIn(scene, parameter.module().span(), old, now);
        }
      }
    };
  }

  private static void renameIn(Scene scene, Span literal, String old, String now) {
    String raw = scene.script().raw(literal);
    Matcher name =
        Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(old) + "(?![A-Za-z0-9_])").matcher(raw);
    int found = -1;
    while (name.find()) {
      found = name.start();
    }
    if (found >= 0) {
      int start = literal.start() + found;
      scene.replace(new Span(start, start + old.length()), now);
    }
  }

  /** A parameter goes by another name. */
  static Rewriter renameParameter(String module, String old, String now) {
    return scene -> {
      for (Item.ModuleParameter parameter : scene.script().parameters(module, old)) {
        if (ModulePattern.single(parameter.module().value())) {
          renameIn(scene, parameter.name().span(), old, now);
        } else {
          askAboutPattern(scene, parameter, module);
        }
      }
    };
  }

  /** A parameter is gone, and nothing is lost with it. */
  static Rewriter dropParameter(String module, String name) {
    return scene -> {
      Script script = scene.script();
      for (Item.ModuleParameter parameter : script.parameters(module, name)) {
        if (ModulePattern.single(parameter.module().value())) {
          scene.replace(Layout.withLine(script.text(), parameter.span()), "");
        } else {
          askAboutPattern(scene, parameter, module);
        }
      }
    };
  }

  /** A parameter is gone, and what it did must be had otherwise. */
  static Rewriter dropParameter(String module, String name, String what, String... options) {
    return scene -> {
      Script script = scene.script();
      for (Item.ModuleParameter parameter : script.parameters(module, name)) {
        if (!ModulePattern.single(parameter.module().value())) {
          askAboutPattern(scene, parameter, module);
        } else if (scene.replace(Layout.withLine(script.text(), parameter.span()), "")) {
          scene.askNow(parameter.span(), what, options);
        }
      }
    };
  }

  private static void askAboutPattern(Scene scene, Item.ModuleParameter parameter, String module) {
    scene.ask(
        parameter.span(),
        "This sets "
            + parameter.name().value()
            + " for several modules at once, among them "
            + module
            + ", for which it changes.",
        "Write one modparam for each module and migrate again.");
  }

  /** A function goes by another name. */
  static Rewriter renameFunction(String old, String now) {
    return scene -> {
      for (Call call : scene.script().calls(old)) {
        scene.replace(call.function().span(), now);
      }
    };
  }

  /** A global parameter goes by another name. */
  static Rewriter renameSetting(String old, String now) {
    return scene -> {
      for (Item.Setting setting : scene.script().settings(old)) {
        scene.replace(setting.name().span(), now);
      }
    };
  }

  /** A global parameter is gone, and nothing is lost with it. */
  static Rewriter dropSetting(String name) {
    return scene -> {
      for (Item.Setting setting : scene.script().settings(name)) {
        scene.replace(Layout.withLine(scene.script().text(), setting.span()), "");
      }
    };
  }

  /**
   * A default changed: what it was is written out, for a module that is loaded and does not set it.
   *
   * @param value as it is written, with quotes if it is a string
   */
  static Rewriter explicit(String module, String parameter, String value) {
    return scene -> {
      Script script = scene.script();
      Optional<Item.LoadModule> load = script.load(module);
      if (load.isPresent() && !script.sets(module, parameter)) {
        addParameter(scene, load.get(), module, parameter, value);
      }
    };
  }

  /** The same, only when another parameter of the module is set. */
  static Rewriter explicitWith(String set, String module, String parameter, String value) {
    Rewriter always = explicit(module, parameter, value);
    return scene -> {
      if (scene.script().sets(module, set)) {
        always.rewrite(scene);
      }
    };
  }

  /** Sets a parameter in a line of its own behind the module's {@code loadmodule}. */
  static boolean addParameter(
      Scene scene, Item.LoadModule load, String module, String parameter, String value) {
    return addLine(
        scene, load.span(), "modparam(\"%s\", \"%s\", %s)".formatted(module, parameter, value));
  }

  /** Loads a module next to another one, from the same folder. */
  static boolean addModule(Scene scene, Item.LoadModule beside, String module) {
    String raw = scene.script().raw(beside.span());
    int name = raw.lastIndexOf(beside.module());
    return addLine(
        scene,
        beside.span(),
        raw.substring(0, name) + module + raw.substring(name + beside.module().length()));
  }

  /** Puts a line behind something. */
  static boolean addLine(Scene scene, Span behind, String line) {
    String text = scene.script().text();
    int at = Layout.behind(text, behind);
    String indent = Layout.indent(text, behind.start());
    return scene.replace(new Span(at, at), Layout.newline(text) + indent + line);
  }

  /** What must be asked about each call of a function. */
  static Rewriter askAboutFunction(String function, String what, String... options) {
    return scene -> {
      for (Call call : scene.script().calls(function)) {
        scene.ask(call.span(), what, options);
      }
    };
  }

  /** Writes the arguments of a call anew; those at the end that are empty are left out. */
  static boolean arguments(Scene scene, Call call, List<String> now) {
    Script script = scene.script();
    List<String> kept = new ArrayList<>(now);
    while (!kept.isEmpty() && kept.getLast().isEmpty()) {
      kept.removeLast();
    }
    if (kept.equals(script.rawArguments(call))) {
      return false;
    }
    return scene.replace(call.span(), call.function().text() + "(" + String.join(", ", kept) + ")");
  }

  /** {@return the string that an argument of a call is, as written between its quotes} */
  static Optional<Span> quoted(Scene scene, Call call, int index) {
    return call.arguments().size() <= index
        ? Optional.empty()
        : call.arguments().get(index).value().flatMap(scene.script()::insideQuotes);
  }

  /** {@return the whole number that is given, in quotes or not} */
  static Optional<Long> number(Literal value) {
    return switch (value) {
      case Literal.Number(long number, Span _) -> Optional.of(number);
      case Literal.Text(String text, boolean _, Span _) when text.matches("\\s*\\d{1,9}\\s*") ->
          Optional.of(Long.parseLong(text.strip()));
      case Literal.Text(String text, boolean _, Span _)
          when text.matches("0[xX][0-9a-fA-F]{1,7}") ->
          Optional.of(Long.parseLong(text.substring(2), 16));
      case Literal.Text _, Literal.Null _, Literal.Address _ -> Optional.empty();
    };
  }
}

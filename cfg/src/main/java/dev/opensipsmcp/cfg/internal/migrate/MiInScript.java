package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MI commands that the script itself runs, with function mi of module mi_script. */
final class MiInScript {
  private static final Pattern COMMAND = Pattern.compile("\\s*([A-Za-z_0-9]+)(?![A-Za-z_0-9:])");

  private MiInScript() {}

  static Rewriter rewriter() {
    return scene -> {
      if (!scene.script().loaded("mi_script")) {
        return;
      }
      for (Call call : scene.script().calls("mi")) {
        Rewrites.quoted(scene, call, 0).ifPresent(span -> command(scene, span));
      }
    };
  }

  private static void command(Scene scene, Span span) {
    Matcher command = COMMAND.matcher(scene.script().raw(span));
    if (!command.lookingAt()) {
      return;
    }
    Facts before = Facts.of(Version.V3_6);
    Optional<MiCommand> known = before.mi().command(command.group(1));
    Optional<String> now = known.flatMap(c -> before.mi().nameIn(c, Version.V4_0));
    if (now.isPresent()) {
      scene.replace(
          new Span(span.start() + command.start(1), span.start() + command.end(1)), now.get());
    } else {
      scene.ask(
          span,
          "No MI command " + command.group(1) + " is known to 4.0.",
          "Look for its successor among the commands of the module that had it.");
    }
  }
}

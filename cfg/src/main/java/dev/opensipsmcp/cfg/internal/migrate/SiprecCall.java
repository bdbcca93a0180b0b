package dev.opensipsmcp.cfg.internal.migrate;

import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.syntax.Call;
import dev.opensipsmcp.cfg.syntax.Span;
import java.util.List;
import java.util.Optional;

/** {@code siprec_start_recording} took up to seven arguments; since 3.3 it takes the recorder. */
final class SiprecCall {
  /** Its fields, in the order of the old arguments behind the recorder; one has no successor. */
  private static final List<String> FIELDS =
      List.of("group", "caller", "callee", "", "media_ip", "headers");

  private SiprecCall() {}

  static Rewriter rewriter() {
    return scene -> {
      Script script = scene.script();
      for (Call call : script.calls("siprec_start_recording")) {
        List<String> arguments = script.rawArguments(call);
        if (arguments.size() < 2) {
          continue;
        }
        Optional<Span> statement = script.statement(call);
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i < arguments.size() && i <= FIELDS.size(); i++) {
          if (!arguments.get(i).isEmpty() && !FIELDS.get(i - 1).isEmpty()) {
            lines.append("$siprec(").append(FIELDS.get(i - 1)).append(") = ");
            lines.append(arguments.get(i)).append("; ");
          }
        }
        boolean all = arguments.size() < 5 || arguments.get(4).isEmpty();
        if (all
            && statement.isPresent()
            && script.text().charAt(Math.max(0, before(script, statement.get()))) != ')') {
          scene.replace(
              statement.get(), lines + "siprec_start_recording(" + arguments.getFirst() + ");");
        } else {
          scene.ask(
              call.span(),
              "Function siprec_start_recording takes only the recorder since 3.3.",
              "Set the rest before it: " + lines.toString().strip());
        }
      }
    };
  }

  /** A statement right behind a parenthesis is the only one that a condition guards. */
  private static int before(Script script, Span statement) {
    int at = statement.start() - 1;
    while (at > 0 && Character.isWhitespace(script.text().charAt(at))) {
      at--;
    }
    return at;
  }
}

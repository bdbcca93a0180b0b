package dev.opensipsmcp.server.toolset.observability;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.edit.Edited;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.cfg.syntax.Parser;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.config.Given;
import dev.opensipsmcp.server.toolset.config.TextPart;
import java.util.List;

/** The tool {@code observability_inject_prometheus}. */
final class InjectTool {
  private static final String LISTEN = "listen_ip";

  private InjectTool() {}

  static Tool tool(Given given) {
    return ObservabilityToolset.reading(
        Needs.NOTHING,
        "observability_inject_prometheus",
        "Metrics for a configuration",
        ObservabilityToolset.says(
            "Inject module prometheus, with httpd where it lacks, into the text of an"
                + " opensips.cfg.",
            "Use when a node has no metrics for Prometheus yet; a second time changes nothing.",
            "Not for any other module; use `cfg_add_module`.",
            "Returns the new text, a part at a time, what changed, and where the metrics are;"
                + " writes no file."),
        Schema.arguments(
            Given.CONTENT,
            Given.PATH,
            Asked.PORT,
            optional(
                LISTEN,
                text("Address of httpd, where it is not loaded yet")
                    .matching("[0-9A-Fa-f.:]{2,45}|[*]")
                    .byDefault(Injection.LOOPBACK)),
            Given.VERSION,
            TextPart.FROM),
        object(
            "The new text",
            TextPart.with(
                required("changes", texts("What changed; none where all was there")),
                required("notes", texts("What to know")),
                required("metrics", text("Where the metrics are: address, port, path")),
                required("starts", flag("Whether OpenSIPS would start with it")))),
        List.of(
            "Add the Prometheus exporter to my opensips.cfg",
            "Inject module prometheus into this configuration",
            "How do I get metrics out of this node's configuration?"),
        (arguments, ports) ->
            given.text(
                arguments,
                source -> {
                  Facts facts = Facts.of(given.version(arguments, ports));
                  SyntaxTree tree = Parser.parse(source.text());
                  Injection injection =
                      new Injection(
                          facts,
                          Asked.port(arguments),
                          arguments.maybeText(LISTEN).orElse(Injection.LOOPBACK));
                  return switch (injection.into(tree)) {
                    case Edited.Refused(String reason) -> BundleTools.unfit(reason);
                    case Edited.Done done -> {
                      List<String> notes = Injection.with(injection.notes(tree), done.notes());
                      yield injected(done, notes, facts, arguments);
                    }
                  };
                }));
  }

  private static Outcome injected(
      Edited.Done done, List<String> notes, Facts facts, Arguments arguments) {
    Injection.Endpoint endpoint =
        Injection.Endpoint.of(done.tree(), Injection.PORT, Injection.LOOPBACK);
    JsonObject json = new JsonObject();
    json.add("changes", Json.texts(done.changes()));
    json.add("notes", Json.texts(notes));
    json.addProperty(
        "metrics", endpoint.address() + " port " + endpoint.port() + " path " + endpoint.path());
    json.addProperty(
        "starts", new Checker(facts).verdict(Program.of("opensips.cfg", done.text())).starts());
    TextPart.add(json, done.text(), arguments);
    return new Outcome.Value(json);
  }
}

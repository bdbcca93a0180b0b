package dev.opensipsmcp.server.toolset.abuse;

import static dev.opensipsmcp.server.tool.Schema.flag;
import static dev.opensipsmcp.server.tool.Schema.integer;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;
import static dev.opensipsmcp.server.tool.Schema.texts;

import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.ban.BanAnswer;
import dev.opensipsmcp.sip.ban.BanError;
import dev.opensipsmcp.sip.ban.Fail2ban;
import dev.opensipsmcp.sip.ban.FailedLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code fail2ban_generate}: makes files for people to install, and writes none.
 *
 * @param bans where fail2ban's programs are
 */
record JailMaker(Bans bans) implements Work.Read {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  static Tool tool(Bans bans) {
    return BanReads.reading(
        "fail2ban_generate",
        "Make filter, jail and script line",
        new Description(
            "Generate a fail2ban filter and jail with the script route that feeds them.",
            "Use when fail2ban shall notice attacks on OpenSIPS.",
            Optional.of("Not for banning somebody now; use `fail2ban_ban_ip`."),
            Optional.empty(),
            "Returns the texts, whether OpenSIPS of that version takes the script, and which"
                + " sample lines match; writes nothing."),
        Schema.arguments(
            Bans.JAIL,
            optional(
                "version",
                text("OpenSIPS version").oneOf("3.4", "3.5", "3.6", "4.0").byDefault("3.6")),
            optional(
                "log_path",
                text("Log that OpenSIPS writes").longest(200).byDefault("/var/log/opensips.log")),
            optional(
                "max_retry", integer("Failures that lead to a ban").between(1, 1_000).byDefault(5)),
            optional(
                "find_time",
                integer("Seconds they are counted").between(1, 604_800).byDefault(600)),
            optional(
                "ban_time", integer("Seconds of the ban").between(1, 31_536_000).byDefault(3_600)),
            optional("samples", texts("Log lines to test the filter on").most(50))),
        object(
            "Files",
            required("filter_path", text("Where the filter belongs")),
            required("filter", text("The filter")),
            required("jail_path", text("Where the jail belongs")),
            required("jail_text", text("The jail")),
            required("script", text("Route for opensips.cfg, called where a request is refused")),
            required("script_accepted", flag("Whether that version takes the script")),
            required("tested_by", text("fail2ban-regex, or this server where that is not there")),
            required(
                "samples",
                Schema.list(
                    "Lines tested: those given, else two of its own",
                    object(
                        "Sample",
                        required("line", text("The line")),
                        required("matched", flag("Whether it counts as a failure")))))),
        List.of(
            "Make a fail2ban filter for OpenSIPS 3.6",
            "Set up fail2ban for failed registrations",
            "Does this log line match the fail2ban expression?"),
        "fail2ban_make_jail",
        new JailMaker(bans));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    String jail = BanReads.jail(arguments);
    String log = arguments.maybeText("log_path").orElse("/var/log/opensips.log");
    List<String> samples = arguments.texts("samples");
    if (!Fail2ban.isJail(jail) || !log.matches("/[A-Za-z0-9_./-]{1,199}")) {
      return ToolError.ARGUMENTS_WRONG.failure(
          "No jail is called so, or the log is no plain absolute path.",
          "Use letters, digits, points, dashes and underscores.");
    }
    if (samples.stream().anyMatch(one -> one.length() > 2_000 || one.lines().count() > 1)) {
      return ToolError.ARGUMENTS_WRONG.failure(
          "A sample is no single line of at most 2,000 characters.", "Give each line by itself.");
    }
    JsonObject json = Json.object("filter_path", "/etc/fail2ban/filter.d/" + jail + ".conf");
    json.addProperty("filter", JailText.filter());
    json.addProperty("jail_path", "/etc/fail2ban/jail.d/" + jail + ".conf");
    json.addProperty(
        "jail_text",
        JailText.jail(
            jail,
            log,
            arguments.integer("max_retry", 5),
            arguments.integer("find_time", 600),
            arguments.integer("ban_time", 3_600)));
    json.addProperty("script", JailText.SCRIPT);
    Version version = arguments.maybeText("version").flatMap(Version::parse).orElse(Version.V3_6);
    json.addProperty(
        "script_accepted",
        new Checker(Facts.of(version))
            .verdict(Program.of("opensips.cfg", JailText.whole()))
            .starts());
    return tested(json, samples.isEmpty() ? JailText.SAMPLES : samples);
  }

  private Outcome tested(JsonObject json, List<String> lines) {
    Optional<Path> program =
        bans.settings()
            .client()
            .map(client -> client.resolveSibling("fail2ban-regex"))
            .filter(Files::isExecutable);
    json.addProperty("tested_by", program.isPresent() ? "fail2ban-regex" : "this server");
    if (program.isEmpty()) {
      return shown(json, JailText.EXPRESSION.here(lines));
    }
    return switch (JailText.EXPRESSION.by(program.get(), lines, LIMIT)) {
      case BanAnswer.Failure<List<FailedLine>>(BanError error) -> Bans.failure(error);
      case BanAnswer.Value<List<FailedLine>>(List<FailedLine> tested) -> shown(json, tested);
    };
  }

  private static Outcome shown(JsonObject json, List<FailedLine> tested) {
    json.add("samples", Json.list(tested.stream().map(JailMaker::row).toList()));
    return new Outcome.Value(json);
  }

  private static JsonObject row(FailedLine one) {
    JsonObject row = Json.object("line", one.line());
    row.addProperty("matched", one.matched());
    return row;
  }
}

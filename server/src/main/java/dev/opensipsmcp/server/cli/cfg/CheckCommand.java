package dev.opensipsmcp.server.cli.cfg;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.check.Checker;
import dev.opensipsmcp.cfg.check.Verdict;
import dev.opensipsmcp.cfg.finding.Finding;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.source.Origins;
import dev.opensipsmcp.cfg.source.Program;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.redact.Redactor;
import dev.opensipsmcp.server.report.FindingJson;
import java.io.PrintStream;
import java.util.List;

/** {@code cfg check}. */
record CheckCommand(Files files, PrintStream out, PrintStream err) {
  int check(Options options) {
    Version version = options.version();
    Program program = files.program(options.positional(0));
    Verdict verdict = new Checker(Facts.of(version)).verdict(program);
    if (options.flag("--json")) {
      out.println(json(version, verdict, program.origins()));
    } else {
      print(verdict.findings(), program.origins(), out);
      err.println(
          "OpenSIPS "
              + version.label()
              + (verdict.starts()
                  ? " would start with this file."
                  : " would not start with this file.")
              + (verdict.accepted() == verdict.starts()
                  ? ""
                  : " opensips -C would still say that it is fine."));
    }
    boolean clean =
        verdict.findings().stream().allMatch(found -> found.severity() == Severity.UNKNOWN);
    return verdict.starts() && clean ? CfgCommands.DONE : CfgCommands.FOUND;
  }

  private static JsonObject json(Version version, Verdict verdict, Origins origins) {
    JsonObject json = new JsonObject();
    json.addProperty("version", version.label());
    json.addProperty("accepted", verdict.accepted());
    json.addProperty("starts", verdict.starts());
    json.add("counts", FindingJson.counts(verdict.findings()));
    json.add("findings", findings(verdict.findings(), origins));
    return new Redactor(List.of()).redact(json);
  }

  static JsonArray findings(List<Finding> findings, Origins origins) {
    JsonArray all = new JsonArray();
    findings.forEach(finding -> all.add(FindingJson.of(finding, origins)));
    return all;
  }

  /** Prints findings as compilers do, so that editors find the places. */
  static void print(List<Finding> findings, Origins origins, PrintStream out) {
    Redactor redactor = new Redactor(List.of());
    for (Finding finding : findings) {
      out.println(
          redactor.redact(
              origins.place(finding.span())
                  + ": "
                  + FindingJson.label(finding.severity())
                  + ": "
                  + finding.message()
                  + " ["
                  + finding.id()
                  + "]"));
      out.println(redactor.redact("    " + finding.reason()));
      finding.fix().ifPresent(fix -> out.println(redactor.redact("    Fix: " + fix)));
    }
  }
}

package dev.opensipsmcp.server.toolset.drouting;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.List;

/**
 * The tools of module qrouting. There is none that enables a destination: in all versions from 3.4
 * to 4.0.1 the command of that name disables too, since both names lead to the same function.
 * Neither is there a carrier to disable: the function takes every destination for a gateway.
 */
final class QualityTools {
  private static final String MODULE = "qrouting";
  private static final String ROWS = "Partitions[].Rules[].Destinations[]";
  private static final Schema RULE = Schema.integer("Rule's ID, as in dr_rules").atLeast(0);

  private QualityTools() {}

  static List<Tool> all() {
    return List.of(status(), disable(), reload());
  }

  private static Tool status() {
    Schema figure = Schema.text("Value/calls behind it; -1: no calls");
    return Lever.read("qrouting_get_status", Common.TOOLSET, "Quality of gateways")
        .what("Get the measured quality of gateways, by rule, that routing by quality uses.")
        .useWhen("Use when a gateway answers badly or quality routing prefers the wrong one.")
        .notFor("Not for up or down; use `drouting_get_gateway_status`.")
        .returns("Returns a page of rows; it does not tell which are disabled.")
        .sends("qr_status", MODULE)
        .local(Schema.optional("rule", RULE))
        .local(Schema.optional("gateway", Schema.text("Only this gateway's ID").longest(64)))
        .rows(ROWS)
        .column("partition", "Partitions.Name", Schema.text("Partition"))
        .column("rule", "Rules.Id", Schema.integer("Rule's ID"))
        .column("gateway", "Gateway.GWID", Schema.text("Gateway's ID"))
        .column("asr", "Gateway.ASR", figure)
        .column("ccr", "Gateway.CCR", figure)
        .column("pdd", "Gateway.PDD", figure)
        .column("ast", "Gateway.AST", figure)
        .column("acd", "Gateway.ACD", figure)
        .column("carrier", "Carrier.CRID", Schema.text("Carrier's ID"))
        .column("carrier_gateways", "Carrier.Gateways", Schema.any("Its gateways' figures"))
        .filter(Filter.whole("rule", "rule"))
        .filter(Filter.whole("gateway", "gateway"))
        .examples(
            "Which gateway has the worst answer ratio?",
            "Show ASR and PDD per gateway",
            "Quality statistics of routing rule 4")
        .aliases("qrouting_status", "qr_status")
        .tool();
  }

  private static Tool disable() {
    return Lever.change(
            "qrouting_disable_destination", Common.TOOLSET, "Leave a gateway out of a rule")
        .what("Disable one gateway in one rule of quality routing.")
        .useWhen("Use when a gateway is bad for one rule's numbers only.")
        .notFor("Not for all rules; use `drouting_set_gateway_status`.")
        .effects("Effects: the rule's new calls skip it; calls in progress stay; no command shows"
            + " it. Undo: drouting_reload only, which clears all statistics: qr_enable_dst"
            + " disables too (3.4 to 4.0).")
        .returns("Returns the node's answer.")
        .sends("qr_disable_dst", MODULE)
        .also("qr_status", MODULE)
        .required("rule", "rule_id", RULE)
        .required("gateway", "dst_name", Schema.text("Gateway's ID").longest(64).examples("gw1"))
        .optional(
            "partition", Schema.text("Partition; only where the node has several").longest(64))
        .risk(Risk.DISRUPTIVE)
        .summary("Leave gateway {gateway} out of quality routing rule {rule}.")
        .plans("New calls of this rule skip the gateway until drouting is reloaded.")
        .state(QualityTools::destination)
        .mustExist("List rules and gateways with qrouting_get_status; carriers can't be disabled.")
        .noUndo("Only drouting_reload takes it back, and that clears the quality statistics.")
        .examples(
            "Leave gw1 out of quality routing rule 4",
            "Disable a destination in qrouting",
            "Stop quality routing from choosing gateway gw2")
        .aliases("qr_disable_dst")
        .tool();
  }

  private static MiResult<JsonObject> destination(Arguments arguments, ReadPorts ports) {
    RowPath rows = RowPath.parse(ROWS);
    MiReader<JsonObject> reader =
        json -> {
          JsonObject[] found = {States.missing()};
          rows.read(
              json,
              row -> {
                boolean hit =
                    row.text("Rules.Id").equals(arguments.json().get("rule").getAsString())
                        && row.text("Gateway.GWID").equals(arguments.text("gateway"))
                        && arguments
                            .maybeText("partition")
                            .map(row.text("Partitions.Name")::equals)
                            .orElse(true);
                if (hit) {
                  found[0] = new JsonObject();
                  found[0].addProperty(States.EXISTS, true);
                }
                return !hit;
              });
          return found[0];
        };
    return ports.mi().read("qr_status", new JsonObject(), reader);
  }

  private static Tool reload() {
    return Lever.change("qrouting_reload", Common.TOOLSET, "Reload quality thresholds")
        .what("Reload the threshold profiles of quality routing from table qr_profiles.")
        .useWhen("Use when rows of qr_profiles changed; new profiles before drouting_reload.")
        .notFor("Not for rules and gateways; use `drouting_reload`.")
        .effects("Effects: new calls are sorted by the new thresholds; calls in progress stay."
            + " Undo: none, what was in memory is kept nowhere.")
        .returns("Returns the node's answer, which is OK even if the table can't be read.")
        .sends("qr_reload", MODULE)
        .risk(Risk.REVERSIBLE)
        .summary("Reload the threshold profiles of quality routing from the database.")
        .plans("New calls are sorted by the new thresholds.")
        .noUndo("Nothing takes it back: the node keeps no copy of what it replaces.")
        .examples(
            "Reload the qrouting profiles",
            "Make new quality thresholds active",
            "I changed qr_profiles")
        .aliases("qr_reload")
        .tool();
  }
}

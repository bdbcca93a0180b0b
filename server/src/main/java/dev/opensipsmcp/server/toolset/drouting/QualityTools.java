package dev.opensipsmcp.server.toolset.drouting;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.List;

/**
 * The tools of module qrouting. None switches a destination, because MI can't: in all versions from
 * 3.4 to 4.0.1 both commands lead to the function that disables; a disabled gateway is left out of
 * the first call of a sampling interval only (seen on 3.6.8), since its cached score is used after
 * that; and a carrier's name ends the server (seen on 3.6.8), since every destination is taken for
 * a gateway. A gateway goes out of service with drouting_set_gateway_status.
 */
final class QualityTools {
  private static final String MODULE = "qrouting";
  private static final String ROWS = "Partitions[].Rules[].Destinations[]";
  private static final Schema RULE = Schema.integer("Rule's ID, as in dr_rules").atLeast(0);

  private QualityTools() {}

  static List<Tool> all() {
    return List.of(status(), reload());
  }

  private static Tool status() {
    Schema figure = Schema.text("Value/calls behind it; -1: no calls");
    return Lever.read("qrouting_get_status", Common.TOOLSET, "Quality of gateways")
        .what("Get the measured quality of gateways, by rule, that routing by quality uses.")
        .useWhen("Use when a gateway answers badly or quality routing prefers the wrong one.")
        .notFor("Not for up or down; use `drouting_get_gateway_status`.")
        .returns("Returns a page of rows.")
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

  private static Tool reload() {
    return Lever.change("qrouting_reload", Common.TOOLSET, "Reload quality thresholds")
        .what("Reload the threshold profiles of quality routing from table qr_profiles.")
        .useWhen("Use when rows of qr_profiles changed; new profiles before drouting_reload.")
        .notFor("Not for rules and gateways; use `drouting_reload`.")
        .effects(
            "Effects: new calls are sorted by the new thresholds; calls in progress stay."
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

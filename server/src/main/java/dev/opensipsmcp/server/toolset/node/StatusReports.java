package dev.opensipsmcp.server.toolset.node;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** What the parts of a node report of themselves, its HTTP paths, and the reload of its script. */
final class StatusReports {
  private static final Schema GROUP =
      Schema.text("Part of the node, for example drouting").longest(64);
  private static final Schema IDENTIFIER =
      Schema.text("One item of that part, for example a partition").longest(64);

  private StatusReports() {}

  static Tool list() {
    return Lever.read("sr_list_status", NodeToolset.NAME, "Readiness of the parts")
        .what("List whether each part of a node is ready: core, partitions, caches.")
        .useWhen("Use when a node answers but a module may still load or have no data.")
        .notFor("Not for what happened before; use `sr_list_reports`.")
        .returns("Returns a page of rows, one per item.")
        .sends("sr_list_status", "core")
        .local(Schema.optional("group", GROUP))
        .local(
            Schema.optional(
                "not_ready", Schema.flag("Only what can't be used now").byDefault(false)))
        .rows("[].Identifiers[]")
        .column("group", ".Name", Schema.text("Part of the node"))
        .column("identifier", "Name", Schema.text("Item of that part"))
        .column("ready", "Readiness", Schema.flag("Whether it can be used"))
        .column("status", "Status", Schema.integer("Positive is ready, negative is not"))
        .column("details", "Details", Schema.text("The status in words"))
        .filter(Filter.whole("group", "group"))
        .filter((row, arguments) ->
            !arguments.flag("not_ready", false)
                || !row.has("ready")
                || !row.get("ready").getAsBoolean())
        .examples(
            "Is every module of the node ready?",
            "Which partitions have no data loaded?",
            "Show the readiness of drouting and dispatcher")
        .aliases("sr_list_identifiers")
        .tool();
  }

  static Tool get() {
    return Lever.read("sr_get_status", NodeToolset.NAME, "Readiness of one part")
        .what("Get the status of one part of a node, ready or not, with the reason.")
        .useWhen("Use when the part is known, for example after a reload of it.")
        .notFor("Not for all parts; use `sr_list_status`.")
        .returns("Returns one object; an unknown group is refused.")
        .sends("sr_get_status", "core")
        .required("group", GROUP)
        .optional("identifier", IDENTIFIER)
        .answer(
            Schema.object(
                "The part's status",
                Schema.optional("ready", Schema.flag("Whether it can be used")),
                Schema.optional("status", Schema.integer("Positive is ready, negative is not")),
                Schema.optional("details", Schema.text("The status in words"))),
            StatusReports::status)
        .examples(
            "Is the core up and running?",
            "Did the drouting partition finish loading its data?",
            "Status of group dispatcher, identifier default")
        .tool();
  }

  private static Outcome status(Arguments arguments, JsonElement answer) {
    JsonObject from = Json.asObject(answer);
    JsonObject status = new JsonObject();
    move(from, "Readiness", status, "ready");
    move(from, "Status", status, "status");
    move(from, "Details", status, "details");
    return new Outcome.Value(status);
  }

  private static void move(JsonObject from, String member, JsonObject to, String name) {
    if (from.has(member)) {
      to.add(name, from.get(member));
    }
  }

  static Tool reports() {
    return Lever.read("sr_list_reports", NodeToolset.NAME, "Reports of the parts")
        .what("List what the parts of a node reported: data loaded, destinations lost, attacks.")
        .useWhen("Use when it matters what happened to a module, and when.")
        .notFor("Not for the present state; use `sr_list_status`.")
        .returns("Returns a page of rows, oldest first within each item.")
        .sends("sr_list_reports", "core")
        .local(Schema.optional("group", GROUP))
        .local(Schema.optional("identifier", IDENTIFIER))
        .local(Schema.optional("text", Schema.text("Part of the report").longest(100)))
        .rows("[].Identifiers[].Reports[]")
        .column("group", ".Name", Schema.text("Part of the node"))
        .column("identifier", "Identifiers.Name", Schema.text("Item of that part"))
        .column("time_s", "Timestamp", Schema.integer("When, seconds since 1970"))
        .column("date", "Date", Schema.text("When, node's local time"))
        .column("text", "Log", Schema.text("What was reported"))
        .filter(Filter.whole("group", "group"))
        .filter(Filter.whole("identifier", "identifier"))
        .filter(Filter.part("text", "text"))
        .examples(
            "When did the node last load its routing data?",
            "What did the modules report since the start?",
            "Show the report log of sql_cacher")
        .tool();
  }

  static Tool paths() {
    return Lever.read("httpd_list_paths", NodeToolset.NAME, "HTTP paths of a node")
        .what("List the paths that the node's HTTP server answers, with their modules.")
        .useWhen("Use when a URL of the node is in doubt: MI, metrics, XML-RPC.")
        .notFor("Not for connections; use `get_tcp_connections`.")
        .returns("Returns a page of rows.")
        .sends("httpd_list_root_path", "httpd")
        .rows("[]")
        .column("path", "http_root", Schema.text("First part of the URL's path"))
        .column("module", "module", Schema.text("Module that answers it"))
        .examples(
            "Under which URL does the node serve Prometheus metrics?",
            "Which HTTP root paths are registered?",
            "Is mi_http reachable under /mi?")
        .aliases("httpd_list_root_path")
        .tool();
  }

  static Tool capturing() {
    return Lever.read("sipcapture_get_state", NodeToolset.NAME, "Does a capture node store")
        .what("Get whether module sipcapture stores the SIP messages that reach it.")
        .useWhen("Use when a node that captures for Homer stays empty.")
        .notFor("Not for the traces that a node sends; use `trace_get_status`.")
        .returns("Returns one object. Switching it over MI fails on 3.4 to 4.0.")
        .sends("sip_capture", "sipcapture")
        .answer(
            Schema.object(
                "It", Schema.required("capturing", Schema.flag("Whether messages are stored"))),
            (arguments, answer) -> new Outcome.Value(captures(answer)))
        .examples(
            "Does the sipcapture module store messages?",
            "Is SIP capturing on?",
            "State of sip_capture on the capture node")
        .aliases("sip_capture")
        .tool();
  }

  private static JsonObject captures(JsonElement answer) {
    JsonObject state = new JsonObject();
    state.addProperty("capturing", Json.text(Json.asObject(answer), "SIP capturing").equals("on"));
    return state;
  }

  static Tool reloadRoutes() {
    return Lever.change("routes_reload", NodeToolset.NAME, "Reload the routing script")
        .what("Reload the routes of the node's configuration file without a restart.")
        .useWhen("Use when only the script's routes changed and were checked.")
        .notFor("Not for rows of the database; use `reload_tables`.")
        .returns("Returns the node's OK, or why it refused the file.")
        .sends("reload_routes", "core")
        .risk(Risk.DISRUPTIVE)
        .summary("Have the node read its routing script anew.")
        .plans(
            "New requests take the new routes; a file with errors is refused and changes nothing.")
        .effects(
            "Effects: new requests run the new script; calls go on. Undo: put the old file back and"
                + " reload again.")
        .noUndo("Put the old file back and reload again.")
        .examples(
            "Reload the script without restarting OpenSIPS",
            "Apply the edited routes of opensips.cfg",
            "Load the new routing blocks now")
        .aliases("reload_routes")
        .tool();
  }
}

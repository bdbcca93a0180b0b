package dev.opensipsmcp.server.toolset.trace;

import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;

/** The tool {@code trace_get_status}. */
final class TraceStatus {
  /** The way to the destinations in the node's answer. */
  static final String ROWS = "trace destinations[]";

  private TraceStatus() {}

  static Tool tool() {
    return Lever.read("trace_get_status", TraceToolset.NAME, "SIP tracing")
        .what("Get where a node sends copies of SIP messages, and whether it does now.")
        .useWhen("Use when captures are missing, or before starting a trace.")
        .notFor("Not for transports such as TLS; use `trace_list_transports`.")
        .returns("Returns a page of destinations.")
        .sends("trace", TraceToolset.MODULE)
        .local(Schema.optional("id", Schema.text("One trace ID")))
        .rows(ROWS)
        .column("id", "name", Schema.text("Trace ID"))
        .column("type", "type", Schema.text("HEP, SIP or Database"))
        .column("uri", "uri", Schema.text("Where the copies go"))
        .column("state", "state", Schema.text("on, off; dynamic when MI started it"))
        .column("filters", "filters", Schema.any("Which traffic, of a dynamic one"))
        .column("global", ".global", Schema.text("off holds all the fixed ones back"))
        .filter(Filter.whole("id", "id"))
        .aliases("trace_status")
        .examples(
            "Is SIP tracing on?",
            "Where does the node send its HEP copies?",
            "Which dynamic traces run right now?")
        .tool();
  }
}

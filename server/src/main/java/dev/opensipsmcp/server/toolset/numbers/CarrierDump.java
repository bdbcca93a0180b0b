package dev.opensipsmcp.server.toolset.numbers;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.StreamedPage;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import java.util.List;

/** The tool {@code carrierroute_dump}. */
final class CarrierDump implements Work.Read {
  private static final int PAGE = 50;
  private static final List<Filter> FILTERS =
      List.of(
          Filter.whole("domain", "domain"),
          Filter.whole("prefix", "prefix"),
          Filter.part("host", "host"));

  static Tool tool() {
    return Lever.read("carrierroute_dump", "numbers", "Carrier routes in use")
        .what(
            "Dump the carrierroute rules: which hosts take the calls of a prefix, and their"
                + " shares.")
        .useWhen("Use when calls to a prefix take the wrong host, or before switching a host.")
        .notFor(
            "Not for gateways of module drouting or for rewriting numbers;"
                + " use `dialplan_translate` for the latter.")
        .returns("Returns a page of rules; percent is the share among the hosts of a prefix.")
        .sends("cr_dump_routes", "carrierroute")
        .local(Schema.optional("domain", Schema.text("Routing domain, exactly")))
        .local(Schema.optional("prefix", Schema.text("Prefix, exactly; empty is the default rule")))
        .local(Schema.optional("host", Schema.text("Part of the host")))
        .rows("Carriers[].Domains[].Rules[]")
        .page(PAGE)
        .column("carrier", "", Schema.text("Carrier"))
        .column("domain", "", Schema.text("Routing domain"))
        .column("prefix", "", Schema.text("Leading digits; empty matches any number"))
        .column("host", "", Schema.text("Where calls go"))
        .column("enabled", "", Schema.flag("Whether the host takes calls"))
        .column("percent", "", Schema.number("Share of the prefix's calls, 0 to 100"))
        .column("strip", "", Schema.integer("Leading digits taken off"))
        .column("rewrite_prefix", "", Schema.text("Digits put in front"))
        .column("rewrite_suffix", "", Schema.text("Digits put behind"))
        .column("comment", "", Schema.text("Note"))
        .column("backed_up_by", "", Schema.text("Host that stands in while this one is off"))
        .column("backup_for", "", Schema.texts("Hosts that are off and that it stands in for"))
        .examples(
            "Show the carrierroute table",
            "Which carrier hosts take calls to prefix 49?",
            "Is a carrierroute host switched off?")
        .aliases("cr_dump_routes")
        .tool(new CarrierDump());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    long from = Paging.start(arguments);
    if (from < 0) {
      return Paging.badCursor();
    }
    StreamedPage rows = new StreamedPage(from, arguments.integer("limit", PAGE));
    MiReader<Boolean> reader =
        json -> {
          CarrierRules.read(
              json,
              rule -> {
                if (rows.next() && wanted(rule, arguments)) {
                  rows.add(rule);
                }
                return rows.open() && !ports.cancelled();
              });
          return true;
        };
    return switch (ports.mi().read("cr_dump_routes", new JsonObject(), reader)) {
      case MiResult.Failure<Boolean>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<Boolean> _ -> rows.rows(List.of());
    };
  }

  private static boolean wanted(JsonObject rule, Arguments arguments) {
    return FILTERS.stream().allMatch(filter -> filter.passes(rule, arguments));
  }
}

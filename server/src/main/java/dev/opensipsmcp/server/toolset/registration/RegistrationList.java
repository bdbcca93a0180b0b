package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiReader;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.StreamedPage;
import dev.opensipsmcp.server.toolset.stream.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code registration_list}. The node makes its dump whole, but only as much is fetched
 * and kept as the page needs.
 */
final class RegistrationList implements Work.Read {
  private static final int PAGE = 25;

  private RegistrationList() {}

  static Tool tool() {
    List<Schema.Property> arguments = new ArrayList<>(List.of(BindingFilter.ARGUMENTS));
    arguments.add(DumpSize.LARGE);
    arguments.add(SharedParameters.limit(PAGE, 500));
    arguments.add(SharedParameters.CURSOR);
    arguments.add(SharedParameters.FIELDS);
    return new Tool(
        "registration_list",
        "registration",
        "All contacts",
        new Description(
            "List registered contacts.",
            "Use when looking for phones.",
            Optional.of("Not for counts; use `registration_summary`."),
            Optional.empty(),
            "Returns a page of rows."),
        Demand.MI_READ,
        true,
        Schema.arguments(arguments.toArray(Schema.Property[]::new)),
        Schema.list("Contacts", Binding.schema()),
        new Needs(List.of("ul_dump", "get_statistics"), List.of("usrloc")),
        List.of(
            "Which phones are registered from 203.0.113.7?",
            "List all registrations of domain example.com",
            "Which contacts expire in the next minute?",
            "Show registered phones behind NAT with user agent example-softphone"),
        List.of("ul_dump", "mid_registrar_dump", "list_registrations"),
        new RegistrationList());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    long from = Paging.start(arguments);
    if (from < 0) {
      return Paging.badCursor();
    }
    Optional<Outcome.Failure> tooLarge = DumpSize.tooLarge(arguments, ports);
    if (tooLarge.isPresent()) {
      return tooLarge.get();
    }
    BindingFilter filter = BindingFilter.of(arguments);
    StreamedPage rows = new StreamedPage(from, arguments.integer("limit", PAGE));
    boolean[] domains = {false};
    DumpTime time = new DumpTime();
    MiReader<Walk> reader =
        Binding.ALL.reader(row -> {
          Binding binding = new Binding(row);
          time.row();
          domains[0] |= !binding.domain().isEmpty();
          if (rows.next() && filter.test(binding)) {
            rows.add(binding.shown());
          }
          return rows.open() && !ports.cancelled();
        });
    return switch (ports.mi().read("ul_dump", new JsonObject(), reader)) {
      case MiResult.Failure<Walk>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<Walk> _ ->
          rows.rows(time.beside(warnings(filter, rows.read(), domains[0])));
    };
  }

  /** What a reader should know of a domain filter on a node without domains. */
  static List<String> warnings(BindingFilter filter, long read, boolean domains) {
    return filter.domain().isEmpty() || read == 0 || domains
        ? List.of()
        : List.of(
            "This node keeps users without their domain, so a filter by domain finds none; leave"
                + " domain out.");
  }
}

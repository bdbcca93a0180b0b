package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import dev.opensipsmcp.server.toolset.stream.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool {@code registration_summary}: counts while the dump arrives, in constant memory. */
final class RegistrationSummary implements Work.Read {
  private static final int TOP = 10;
  private static final int MOST = 50;

  /** How many contacts pass between two signs of life. */
  private static final int STRIDE = 50_000;

  private static final RowPath COUNTED =
      Binding.ALL.keeping("Contact", "Expires", "User-agent", "Received", "Socket", "Methods");

  private RegistrationSummary() {}

  static Tool tool() {
    List<Schema.Property> arguments = new ArrayList<>(List.of(BindingFilter.ARGUMENTS));
    arguments.add(DumpSize.LARGE);
    arguments.add(
        Schema.optional("top", Schema.integer("Values per count").between(1, MOST).byDefault(TOP)));
    return new Tool(
        "registration_summary",
        "registration",
        "Registrations counted",
        new Description(
            "Count registered contacts by domain, phone model, transport, socket and expiry.",
            "Use when asked how many are registered, what phones there are, or how they spread.",
            Optional.of("Not for the contacts themselves; use `registration_list`."),
            Optional.empty(),
            "Returns one object with the most frequent values of each; reads the whole table, which"
                + " keeps the node's MI busy."),
        Demand.MI_READ,
        true,
        Schema.arguments(arguments.toArray(Schema.Property[]::new)),
        BindingCounts.schema(),
        new Needs(List.of("ul_dump", "get_statistics"), List.of("usrloc")),
        List.of(
            "How many phones are registered per domain?",
            "Which user agents do we have, and how many of each?",
            "How many registrations are over TLS?",
            "Give me an overview of all registrations by expiry"),
        List.of("registration_count"),
        new RegistrationSummary());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    Optional<Outcome.Failure> tooLarge = DumpSize.tooLarge(arguments, ports);
    if (tooLarge.isPresent()) {
      return tooLarge.get();
    }
    BindingFilter filter = BindingFilter.of(arguments);
    BindingCounts counts = new BindingCounts();
    long[] read = {0};
    DumpTime time = new DumpTime();
    MiResult<Walk> walk =
        ports
            .mi()
            .read(
                "ul_dump",
                new JsonObject(),
                COUNTED.reader(row -> {
                  time.row();
                  Binding binding = new Binding(row);
                  if (filter.test(binding)) {
                    counts.add(binding);
                  }
                  if (++read[0] % STRIDE == 0) {
                    ports.progress((double) read[0], -1, "contacts read");
                    return !ports.cancelled();
                  }
                  return true;
                }));
    return switch (walk) {
      case MiResult.Failure<Walk>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<Walk> _ ->
          new Outcome.Value(
              counts.json(arguments.integer("top", TOP)),
              time.beside(RegistrationList.warnings(filter, read[0], counts.domains())));
    };
  }
}

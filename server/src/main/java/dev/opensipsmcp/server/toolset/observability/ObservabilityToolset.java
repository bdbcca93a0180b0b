package dev.opensipsmcp.server.toolset.observability;

import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.config.ConfigDesk;
import dev.opensipsmcp.server.toolset.config.Given;
import java.util.List;
import java.util.Optional;

/** Makes the toolset {@code observability}. */
public final class ObservabilityToolset {
  private static final String NAME = "observability";

  private ObservabilityToolset() {}

  /**
   * {@return the tools that make files for Prometheus and Grafana; none of them writes one}
   *
   * @param desk what tools on configurations work with
   */
  public static Toolset make(ConfigDesk desk) {
    Given given = new Given(desk);
    return new Toolset(
        NAME,
        "Files for Prometheus and Grafana: metrics, dashboards, alerts.",
        List.of(
            BoardTools.alerts(given),
            BundleTools.scenario(given),
            BundleTools.configuration(given),
            BoardTools.dashboards(given),
            PlainTools.provisioning(),
            PlainTools.scrape(),
            InjectTool.tool(given)));
  }

  static Tool reading(
      Needs needs,
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      Work.Read work) {
    return new Tool(
        name,
        NAME,
        title,
        description,
        new Demand(Scope.CONFIG_READ, Risk.READ),
        true,
        input,
        output,
        needs,
        examples,
        List.of(),
        work);
  }

  static Description says(String what, String useWhen, String notFor, String returns) {
    return new Description(what, useWhen, Optional.of(notFor), Optional.empty(), returns);
  }
}

package dev.opensipsmcp.server.toolset.ecosystem;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.config.InsightEntry;
import dev.opensipsmcp.server.instance.FleetReads;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.ecosystem.Part.Seen;
import dev.opensipsmcp.server.toolset.evidence.EvidenceDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the toolset {@code ecosystem}. */
public final class EcosystemToolset {
  private static final String NAME = "ecosystem";

  /** How long all parts together have to answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final Site site;

  private EcosystemToolset(Site site) {
    this.site = site;
  }

  /**
   * {@return the tools}
   *
   * @param fleet the nodes, with their databases
   * @param desk Homer and the relays
   * @param insight the Control Panel
   */
  public static Toolset make(FleetReads fleet, EvidenceDesk desk, InsightEntry insight) {
    EcosystemToolset tools = new EcosystemToolset(new Site(fleet, desk, insight.panel()));
    return new Toolset(
        NAME,
        "All that belongs to a site: nodes, databases, Homer, relays, Control Panel.",
        List.of(tools.health(), tools.overview(), tools.panel()));
  }

  private static Tool tool(
      String name,
      String title,
      Description description,
      Schema output,
      List<String> examples,
      Work.Read work) {
    return new Tool(
        name,
        NAME,
        title,
        description,
        new Demand(Scope.HEALTH_READ, Risk.READ),
        true,
        Schema.arguments(),
        output,
        Needs.NOTHING,
        examples,
        List.of(),
        work);
  }

  private static Schema.Property[] state() {
    return new Schema.Property[] {
      Schema.required("kind", Schema.text("opensips, database, homer, relay, control_panel")),
      Schema.required("name", Schema.text("Its configured name")),
      Schema.required(
          "state",
          Schema.text("degraded: see what; not_asked: not configured or not to be asked")
              .oneOf("ok", "degraded", "down", "not_asked")),
      Schema.required("what", Schema.text("What is known of it, or what is wrong")),
      Schema.optional("how", Schema.text("How it was asked")),
      Schema.optional("next_step", Schema.text("What to do"))
    };
  }

  private Tool health() {
    return tool(
        "ecosystem_health",
        "Health of the whole site",
        new Description(
            "Check nodes, databases, Homer, media relays and Control Panel in one reply.",
            "Use when starting on a fault whose place is not known.",
            Optional.of("Not for one node in depth; use `health_check`."),
            Optional.empty(),
            "Returns a verdict and a row per part: state, how it was asked, what is not"
                + " configured. All are asked at once, for at most "
                + PATIENCE.toSeconds()
                + " s."),
        Schema.object(
            "The site",
            Schema.required(
                "status", Schema.text("The worst of its parts").oneOf("ok", "degraded", "down")),
            Schema.required("parts", Schema.list("Parts", Schema.object("One part", state())))),
        List.of(
            "Is the whole VoIP platform healthy?",
            "Check OpenSIPS, Homer, RTPEngine and the databases together",
            "Which part of the site is down?"),
        (_, ports) -> checked(ports));
  }

  private Outcome checked(ReadPorts ports) {
    List<Part> parts = site.parts(ports);
    List<Seen> seen = new Together(PATIENCE).look(parts);
    List<JsonObject> rows = new ArrayList<>();
    String worst = Seen.OK;
    for (int i = 0; i < parts.size(); i++) {
      rows.add(row(parts.get(i), seen.get(i)));
      worst = worse(worst, seen.get(i).state());
    }
    JsonObject json = Json.object("status", worst);
    json.add("parts", Json.list(rows));
    return new Outcome.Value(json);
  }

  private static String worse(String one, String other) {
    List<String> rising = List.of(Seen.NOT_ASKED, Seen.OK, Seen.DEGRADED, Seen.DOWN);
    return rising.indexOf(other) > rising.indexOf(one) ? other : one;
  }

  private static JsonObject row(Part part, Seen seen) {
    JsonObject row = new JsonObject();
    row.addProperty("kind", part.kind());
    row.addProperty("name", part.name());
    row.addProperty("state", seen.state());
    row.addProperty("what", seen.what());
    Json.addText(row, "how", part.how());
    Json.addText(row, "next_step", part.configured() ? seen.nextStep() : part.missing());
    return row;
  }

  private Tool overview() {
    return tool(
        "ecosystem_overview",
        "What belongs to the site",
        new Description(
            "Show which nodes, databases, Homer, relays and Control Panel are configured.",
            "Use when asked what this server can reach, before anything is asked.",
            Optional.of("Not for whether they answer; use `ecosystem_health`."),
            Optional.empty(),
            "Returns a row per part, with the tools for it, and how to configure what is missing."),
        Schema.list(
            "Parts",
            Schema.object(
                "One part",
                Schema.required("kind", Schema.text("opensips, database, homer, relay ...")),
                Schema.required("name", Schema.text("Its configured name")),
                Schema.required("configured", Schema.flag("Whether it is there")),
                Schema.optional("where", Schema.text("Where it is, without credentials")),
                Schema.optional("how", Schema.text("How it is asked")),
                Schema.required("tools", Schema.texts("Tools that work with it")),
                Schema.optional("missing", Schema.text("How to configure it")))),
        List.of(
            "Which systems around OpenSIPS are configured?",
            "Give me an overview of the ecosystem",
            "Is there a Homer and a Control Panel here?"),
        (_, ports) ->
            new Outcome.Rows(
                site.parts(ports).stream().map(Part::row).toList(), false, _ -> "", List.of()));
  }

  private Tool panel() {
    return tool(
        "opensips_cp_status",
        "The OpenSIPS Control Panel",
        new Description(
            "Check whether the OpenSIPS Control Panel answers.",
            "Use when people can't reach the panel, or it shows errors.",
            Optional.of("Not for the nodes behind it; use `ecosystem_health`."),
            Optional.empty(),
            "Returns one object; its first page is fetched without a login."),
        Schema.object("The panel", state()),
        List.of(
            "Is the OpenSIPS Control Panel up?",
            "Check the OCP web interface",
            "Does the control panel's page load?"),
        (_, _) -> {
          Part part = site.panel().map(ControlPanel::part).orElseGet(ControlPanel::absent);
          return new Outcome.Value(row(part, part.look().get()));
        });
  }
}

package dev.opensipsmcp.server.toolset.numbers;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.Loaded;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;

/** The tools for module domain. */
final class DomainLevers {
  private DomainLevers() {}

  static List<Tool> tools() {
    return List.of(dump(), reload());
  }

  private static Tool dump() {
    return Lever.read("domain_dump", "numbers", "Local domains in use")
        .what("Dump the domains that the node takes as its own, as it has them in memory.")
        .useWhen("Use when requests to a domain are treated as foreign.")
        .notFor("Not for making table rows count; use `domain_reload`.")
        .returns("Returns a page of domains with their attributes.")
        .sends("domain_dump", "domain")
        .local(Schema.optional("domain", Schema.text("Part of the domain")))
        .rows("Domains[]")
        .column("domain", "name", Schema.text("Domain or address"))
        .column("attributes", "attributes", Schema.text("What the script gets with it"))
        .filter(Filter.part("domain", "domain"))
        .examples(
            "Which SIP domains are local?",
            "Is example.com one of our domains?",
            "Dump the loaded domains")
        .tool();
  }

  private static Tool reload() {
    return Lever.change("domain_reload", "numbers", "Reload local domains")
        .sends("domain_reload", "domain")
        .also("domain_dump", "domain")
        .what("Reload the local domains from the database.")
        .useWhen("Use when rows of the domain table were changed and should count.")
        .notFor("Not for looking at them; use `domain_dump`.")
        .effects(
            "Effects: new requests are judged by the table as it is now."
                + " Undo: put the old rows back and reload.")
        .returns("Returns how many domains were loaded before and after.")
        .risk(Risk.REVERSIBLE)
        .summary("Load the local domains again.")
        .plans("Domains that were added or taken away since the last load count so.")
        .noUndo("Put the old rows back in the table and reload.")
        .state(Loaded.rows("domain_dump", States.nothing(), "Domains[]"))
        .examples(
            "Reload the domain table",
            "I added a SIP domain, activate it",
            "Make the node read its domains again")
        .tool();
  }
}

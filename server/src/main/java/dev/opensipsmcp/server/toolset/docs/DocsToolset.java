package dev.opensipsmcp.server.toolset.docs;

import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.knowledge.Knowledge;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.ToolDirectory;
import dev.opensipsmcp.server.toolset.Toolset;
import java.nio.file.Path;
import java.util.List;

/** Makes the toolset {@code docs}. */
public final class DocsToolset {
  static final String NAME = "docs";
  static final Demand READ = new Demand(Scope.DOCS_READ, Risk.READ);

  private DocsToolset() {}

  /**
   * {@return the tools}
   *
   * @param directory all tools, of which cards tell
   * @param directories where the operator's own documents are; none for none
   * @param assumed the version that is meant where neither a call nor the node says
   */
  public static Toolset make(ToolDirectory directory, List<Path> directories, Version assumed) {
    Knowledge knowledge = new Knowledge(new Additions(directory::toolsets), directories);
    VersionDesk desk = new VersionDesk(assumed);
    return new Toolset(
        NAME,
        "What is known about OpenSIPS of an exact version and SIP, and the operator's documents.",
        List.of(DocsGet.tool(knowledge, desk), DocsSearch.tool(knowledge, desk)));
  }
}

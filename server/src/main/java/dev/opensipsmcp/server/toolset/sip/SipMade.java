package dev.opensipsmcp.server.toolset.sip;

import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;
import java.util.Optional;

/** Makes the tools: all of them only read, and reach no node. */
final class SipMade {
  private SipMade() {}

  static Description says(String what, String useWhen, String notFor, String returns) {
    return new Description(what, useWhen, Optional.of(notFor), Optional.empty(), returns);
  }

  static Tool reading(
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      Work.Read work) {
    return new Tool(
        name,
        SipToolset.NAME,
        title,
        description,
        new Demand(Scope.DOCS_READ, Risk.READ),
        true,
        input,
        output,
        Needs.NOTHING,
        examples,
        List.of(),
        work);
  }
}

package dev.opensipsmcp.server.toolset.common;

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

/**
 * Makes the tools of a toolset that only read.
 *
 * @param toolset its name
 * @param scope what a caller needs for them
 */
public record ReadTools(String toolset, Scope scope) {

  /**
   * {@return the description of a tool without effects}
   *
   * @param what what it does
   * @param useWhen when to use it
   * @param notFor what it is not for, and what to use there
   * @param returns what comes back
   */
  public static Description says(String what, String useWhen, String notFor, String returns) {
    return new Description(what, useWhen, Optional.of(notFor), Optional.empty(), returns);
  }

  /** {@return a tool that needs neither a node nor a former name} */
  public Tool tool(
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      Work.Read work) {
    return tool(name, title, description, input, output, examples, List.of(), work);
  }

  /** {@return a tool that needs no node} */
  public Tool tool(
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      List<String> aliases,
      Work.Read work) {
    return tool(Needs.NOTHING, name, title, description, input, output, examples, aliases, work);
  }

  /** {@return a tool} */
  public Tool tool(
      Needs needs,
      String name,
      String title,
      Description description,
      Schema input,
      Schema output,
      List<String> examples,
      List<String> aliases,
      Work.Read work) {
    return new Tool(
        name,
        toolset,
        title,
        description,
        new Demand(scope, Risk.READ),
        true,
        input,
        output,
        needs,
        examples,
        aliases,
        work);
  }
}

package dev.opensipsmcp.server.tool;

import java.util.List;

/**
 * A tool as a value. From this one record come the MCP definition, the command line's command, the
 * reference page, the lint's verdict and the search entry.
 *
 * @param name area_verb[_object]
 * @param toolset the one toolset that it belongs to
 * @param title for people
 * @param description in its fixed parts
 * @param demand what a call asks of its caller; for {@link Work.PerCall} the most it can ask
 * @param idempotent whether repeating a call changes nothing more
 * @param input the arguments, without those that every tool of its kind shares ({@code instance},
 *     {@code dry_run}); {@link SharedParameters#of} adds them
 * @param output {@code data} in the result
 * @param needs what must be there
 * @param examples at least three prompts in a person's words that should lead here
 * @param aliases unlisted names that lead here too
 * @param work what it does
 */
public record Tool(
    String name,
    String toolset,
    String title,
    Description description,
    Demand demand,
    boolean idempotent,
    Schema input,
    Schema output,
    Needs needs,
    List<String> examples,
    List<String> aliases,
    Work work) {
  public Tool {
    examples = List.copyOf(examples);
    aliases = List.copyOf(aliases);
  }
}

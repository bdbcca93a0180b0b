package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tool in the making: what reading and changing tools have in common. Used by one thread, once.
 *
 * @param <D> the kind of draft
 */
public abstract sealed class Draft<D extends Draft<D>> permits ReadDraft, ChangeDraft {
  final String name;
  private final String toolset;
  private final String title;
  private String what = "";
  private String useWhen = "";
  private Optional<String> notFor = Optional.empty();
  private String returns = "";
  String command = "";
  private final List<String> commands = new ArrayList<>();
  private final List<String> modules = new ArrayList<>();
  private final List<Schema.Property> arguments = new ArrayList<>();
  private final List<Wire.Part> parts = new ArrayList<>();
  private final JsonObject constants = new JsonObject();
  private final List<String> examples = new ArrayList<>();
  private final List<String> aliases = new ArrayList<>();

  Draft(String name, String toolset, String title) {
    this.name = name;
    this.toolset = toolset;
    this.title = title;
  }

  abstract D self();

  /** What it does: one sentence that begins with the verb of its name. */
  public D what(String sentence) {
    what = sentence;
    return self();
  }

  /** When to take it: begins "Use when". */
  public D useWhen(String sentence) {
    useWhen = sentence;
    return self();
  }

  /** When to take which other: begins "Not for", names the other in back quotes. */
  public D notFor(String sentence) {
    notFor = Optional.of(sentence);
    return self();
  }

  /** What comes back and its bounds. */
  public D returns(String sentence) {
    returns = sentence;
    return self();
  }

  /**
   * The MI command that it sends.
   *
   * @param miCommand its name up to 3.6; the 4.0 name of a command that only 4.0 has
   * @param module the module that has it; {@code core} for the core's
   */
  public D sends(String miCommand, String module) {
    command = miCommand;
    return also(miCommand, module);
  }

  /** A further MI command that it sends, to read its target for example. */
  public D also(String miCommand, String module) {
    if (!commands.contains(miCommand)) {
      commands.add(miCommand);
    }
    if (!module.equals("core") && !modules.contains(module)) {
      modules.add(module);
    }
    return self();
  }

  /** An argument that must be given and is sent under its own name. */
  public D required(String argument, Schema schema) {
    return required(argument, argument, schema);
  }

  /** An argument that must be given and is sent under another name. */
  public D required(String argument, String parameter, Schema schema) {
    arguments.add(Schema.required(argument, schema));
    return sent(argument, parameter, schema);
  }

  /** An argument that may be given and is sent, if so, under its own name. */
  public D optional(String argument, Schema schema) {
    return optional(argument, argument, schema);
  }

  /** An argument that may be given and is sent, if so, under another name. */
  public D optional(String argument, String parameter, Schema schema) {
    arguments.add(Schema.optional(argument, schema));
    return sent(argument, parameter, schema);
  }

  /** An argument that is not sent: for a filter, or for what is sent in a form of its own. */
  public D local(Schema.Property argument) {
    arguments.add(argument);
    return self();
  }

  /** A parameter that is always sent. */
  public D constant(String parameter, int value) {
    constants.addProperty(parameter, value);
    return self();
  }

  /** A parameter that is always sent. */
  public D constant(String parameter, String value) {
    constants.addProperty(parameter, value);
    return self();
  }

  /** At least three prompts in an operator's words that should lead here. */
  public D examples(String... prompts) {
    examples.addAll(List.of(prompts));
    return self();
  }

  /** Unlisted names that lead here too. */
  public D aliases(String... names) {
    aliases.addAll(List.of(names));
    return self();
  }

  private D sent(String argument, String parameter, Schema schema) {
    JsonElement type = schema.json().get("type");
    boolean flag = type instanceof JsonPrimitive kind && kind.getAsString().equals("boolean");
    parts.add(new Wire.Part(argument, parameter, flag));
    return self();
  }

  Wire wire() {
    return new Wire(parts, constants);
  }

  Tool tool(
      Demand demand,
      boolean idempotent,
      Optional<String> effects,
      List<Schema.Property> more,
      Schema output,
      Work work) {
    List<Schema.Property> all = new ArrayList<>(arguments);
    all.addAll(more);
    return new Tool(
        name,
        toolset,
        title,
        new Description(what, useWhen, notFor, effects, returns),
        demand,
        idempotent,
        Schema.arguments(all.toArray(Schema.Property[]::new)),
        output,
        new Needs(commands, modules),
        examples,
        aliases,
        work);
  }
}

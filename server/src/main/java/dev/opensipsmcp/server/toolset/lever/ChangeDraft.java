package dev.opensipsmcp.server.toolset.lever;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** A changing tool in the making. */
public final class ChangeDraft extends Draft<ChangeDraft> {
  private static final Schema RESULT =
      Schema.object(
          "What the change did",
          Schema.optional("answer", Schema.any("The node's answer")),
          Schema.optional("before", Schema.map("What it touches, before")),
          Schema.optional("after", Schema.map("The same, read again afterwards")));

  private Risk risk = Risk.DESTRUCTIVE;
  private boolean idempotent = true;
  private String effects = "";
  private String summary = "";
  private List<String> planned = List.of();
  private String noUndo = "Nothing takes it back.";
  private Schema output = RESULT;
  private Optional<StateRead> state = Optional.empty();
  private Optional<StateRead> moving = Optional.empty();
  private Inverse inverse = (_, _) -> Optional.empty();
  private Optional<String> missing = Optional.empty();
  private Optional<BiFunction<Arguments, JsonObject, JsonObject>> params = Optional.empty();
  private Optional<Function<JsonObject, Optional<JsonObject>>> understood = Optional.empty();
  private BiPredicate<Arguments, JsonObject> proof = (_, _) -> true;

  ChangeDraft(String name, String toolset, String title) {
    super(name, toolset, title);
  }

  @Override
  ChangeDraft self() {
    return this;
  }

  /** The harm it can do; destructive unless said. */
  public ChangeDraft risk(Risk tier) {
    risk = tier;
    return this;
  }

  /** Repeating it changes more; otherwise repeating changes nothing more. */
  public ChangeDraft notIdempotent() {
    idempotent = false;
    return this;
  }

  /** For the definition: begins "Effects:", and says "Undo:". */
  public ChangeDraft effects(String sentences) {
    effects = sentences;
    return this;
  }

  /**
   * For the plan: what will happen to what, with {@code {argument}} in place of values and {@code
   * {before.member}} for what the target's state has.
   */
  public ChangeDraft summary(String sentence) {
    summary = sentence;
    return this;
  }

  /** For the plan: what will be different. */
  public ChangeDraft plans(String... differences) {
    planned = List.of(differences);
    return this;
  }

  /** Why nothing takes it back, or how a person does; where no inverse is found. */
  public ChangeDraft noUndo(String why) {
    noUndo = why;
    return this;
  }

  /** Reads what it touches: shown in the plan, read again as proof. */
  public ChangeDraft state(StateRead read) {
    state = Optional.of(read);
    return this;
  }

  /**
   * Reads what it touches and what moves by itself, a counter for example: shown in the plan and
   * afterwards, but no part of what the change relies on. Such a change is not taken back.
   */
  public ChangeDraft moving(StateRead read) {
    moving = Optional.of(read);
    return this;
  }

  /** Where to look when there is no such target: one sentence, a next step. Refuses the plan. */
  public ChangeDraft mustExist(String nextStep) {
    missing = Optional.of(nextStep);
    return this;
  }

  /** The call that takes it back. */
  public ChangeDraft inverse(Inverse call) {
    inverse = call;
    return this;
  }

  /**
   * Taken back by the same tool with the state's old value in place of one argument.
   *
   * @param argument the argument
   * @param member the state's member that has its value
   */
  public ChangeDraft inverseSets(String argument, String member) {
    return inverse((arguments, before) ->
        before.has(member) && States.exists(before)
            ? Optional.of(new Step(name, with(arguments, argument, before, member)))
            : Optional.empty());
  }

  /** What is sent, where it depends on the target's state. */
  public ChangeDraft params(BiFunction<Arguments, JsonObject, JsonObject> made) {
    params = Optional.of(made);
    return this;
  }

  /**
   * The arguments that sent parameters stand for: the way back of {@link #params}. With it, the
   * bare command can be taken back too.
   */
  public ChangeDraft understands(Function<JsonObject, Optional<JsonObject>> arguments) {
    understood = Optional.of(arguments);
    return this;
  }

  /** Whether the state afterwards shows the change; without this it is only shown. */
  public ChangeDraft proof(BiPredicate<Arguments, JsonObject> shows) {
    proof = shows;
    return this;
  }

  /** Another result than answer, before and after; for work of its own. */
  public ChangeDraft output(Schema schema) {
    output = schema;
    return this;
  }

  /** {@return the tool} */
  public Tool tool() {
    if (moving.isPresent()) {
      return tool(
          new MovingWork(
              name, command, wire(), summary, planned, noUndo, moving.get(), missing, proof));
    }
    return tool(
        new LeverWork(
            name,
            command,
            wire(),
            params,
            understood,
            summary,
            planned,
            noUndo,
            state,
            inverse,
            missing,
            proof));
  }

  /**
   * {@return the tool, whose harm depends on the arguments}
   *
   * @param tier the harm that a call can do; {@link #risk} is the most it can be
   */
  public Tool tool(Function<Arguments, Risk> tier) {
    Work work = tool().work();
    return tool(
        (Work.PerCall)
            (arguments, _) ->
                new Work.Choice.Chosen(new Demand(Scope.MI_WRITE, tier.apply(arguments)), work));
  }

  /** {@return the tool, whose work is more than sending its command} */
  public Tool tool(Work work) {
    return tool(Scope.MI_WRITE, work);
  }

  /** {@return the tool, whose calls may ask for less or more than its definition} */
  public Tool tool(Scope scope, Work work) {
    return tool(new Demand(scope, risk), idempotent, Optional.of(effects), List.of(), output, work);
  }

  private static JsonObject with(
      Arguments arguments, String argument, JsonObject before, String member) {
    JsonObject changed = arguments.json().deepCopy();
    changed.add(argument, before.get(member));
    return changed;
  }
}

package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.DbWrites;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.row.RowChange;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.secret.Secret;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Plan;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Restore;
import dev.opensipsmcp.server.tool.Step;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.tool.WritePorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.server.toolset.reload.TableReload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes rows: shows them before and after, stores all or none, makes them active, proves that the
 * node has them, and knows what takes it back.
 *
 * @param tool the tool's name
 * @param intent what is wanted
 * @param parts what all of them share
 */
record Provisioning(String tool, Intent intent, Parts parts) implements Work.Reversible {
  /** The argument that says whether the node is to reload. */
  static final String RELOAD = "reload";

  /** The argument that lets other rows point at nothing. */
  static final String FORCE = "force";

  /**
   * What all of them share.
   *
   * @param entities all kinds of rows
   * @param secrets where secrets come from
   */
  record Parts(Entities entities, Secrets secrets) {}

  /** What is known of the database when a call begins. */
  private record Ground(Facts facts, DbReads reads) {}

  private static Parsed<Ground> ground(ReadPorts ports) {
    return Parsed.of(ports.db())
        .then(reads -> Schemas.facts(ports, reads).map(facts -> new Ground(facts, reads)));
  }

  @Override
  public Plan plan(Arguments arguments, ReadPorts ports) {
    Parsed<Plan> plan =
        ground(ports)
            .then(ground ->
                intent
                    .steps(arguments, ground.facts(), ground.reads())
                    .then(steps -> plan(steps, arguments, ground)));
    return switch (plan) {
      case Parsed.Good<Plan>(Plan value) -> value;
      case Parsed.Bad<Plan>(Outcome.Failure failure) -> new Plan.Refused(failure);
    };
  }

  private Parsed<Plan> plan(List<RowStep> steps, Arguments arguments, Ground ground) {
    for (RowStep step : steps) {
      Optional<Outcome.Failure> missing = SecretIntake.check(step, parts.secrets());
      if (missing.isPresent()) {
        return new Parsed.Bad<>(missing.get());
      }
      if (Digests.outdatedBy(step)) {
        return new Parsed.Bad<>(outdated());
      }
    }
    Mentions mentions = new Mentions(parts.entities(), ground.facts(), ground.reads());
    return mentions
        .broken(steps)
        .then(broken ->
            broken.isEmpty() || arguments.flag(FORCE, false)
                ? mentions.missing(steps).map(missing -> shown(steps, broken, missing))
                : new Parsed.Bad<JsonObject>(referenced(broken)))
        .then(shown ->
            intent
                .touched(arguments, ground.facts(), ground.reads())
                .map(seen -> ready(steps, shown, seen, arguments)));
  }

  private static Outcome.Failure outdated() {
    return ToolError.ARGUMENTS_INCOMPLETE.failure(
        "The stored hashes are over user and domain, and would let nobody in under the new name.",
        "Give password_from too.");
  }

  private static Outcome.Failure referenced(List<String> broken) {
    return ToolError.ROW_REFERENCED.failure(
        "These rows name it and would point at nothing: " + String.join(", ", broken) + ".",
        "Change them first, or give force=true if they may.");
  }

  private Plan ready(
      List<RowStep> steps, JsonObject shown, List<Intent.Seen> seen, Arguments arguments) {
    JsonObject before = state(seen);
    boolean reload = arguments.flag(RELOAD, true);
    return new Plan.Ready(
        RowStories.summary(steps),
        target(steps),
        shown,
        effects(steps, reload),
        "change_revert puts the rows back as they were"
            + (reload ? " and reloads again." : "; it does not reload, as this does not."),
        Optional.of(
            new Restore(
                before,
                new Step(tool, arguments.json()),
                new Step(RestoreIntent.NAME, RowStories.inverse(steps, reload, parts.secrets())))));
  }

  /** The rows as they are and what they get: an approval is void once either differs. */
  private JsonObject target(List<RowStep> steps) {
    JsonArray rows = new JsonArray();
    for (RowStep step : steps) {
      JsonObject row = Json.object("do", step.verb().label());
      row.addProperty("table", step.table().name());
      step.before().ifPresent(is -> row.add("before", marked(step.entity(), is)));
      if (step.verb() != Verb.DELETE) {
        row.add("set", RowStories.set(step));
      }
      rows.add(row);
    }
    JsonObject target = new JsonObject();
    target.add("rows", rows);
    return target;
  }

  private JsonObject marked(Entity entity, Row row) {
    JsonObject json = Rows.shown(entity, row);
    Kept.mark(entity, row, parts.secrets()).ifPresent(mark -> json.addProperty("mark", mark));
    return json;
  }

  private static JsonObject shown(List<RowStep> steps, List<String> broken, List<String> missing) {
    JsonObject shown = new JsonObject();
    JsonArray rows = new JsonArray();
    steps.forEach(step -> rows.add(RowStories.story(step)));
    shown.add("rows", rows);
    if (!broken.isEmpty()) {
      shown.add("will_point_at_nothing", Json.texts(broken));
    }
    if (!missing.isEmpty()) {
      shown.add("not_there", Json.texts(missing));
    }
    return shown;
  }

  private static List<String> effects(List<RowStep> steps, boolean reload) {
    Set<String> effects = new LinkedHashSet<>();
    for (RowStep step : steps) {
      effects.add("Table " + step.table().name() + " changes, in one transaction with all else.");
      switch (step.entity().activation()) {
        case Activation.AtOnce(String how) -> effects.add(how);
        case Activation.Otherwise(String how) -> effects.add(how);
        case Activation.ByReload _ ->
            TableReload.of(step.table().name())
                .ifPresent(found ->
                    effects.add(
                        reload
                            ? found.command() + " runs on the node: " + found.traffic()
                            : "Nothing is reloaded; the node goes on with what it has."));
      }
    }
    return List.copyOf(effects);
  }

  @Override
  public MiResult<JsonObject> state(Arguments arguments, ReadPorts ports) {
    Parsed<JsonObject> state =
        ground(ports)
            .then(ground -> intent.touched(arguments, ground.facts(), ground.reads()))
            .map(this::state);
    return switch (state) {
      case Parsed.Good<JsonObject>(JsonObject value) -> new MiResult.Success<>(value);
      case Parsed.Bad<JsonObject>(Outcome.Failure failure) ->
          new MiResult.Failure<>(new MiError.Unreachable(failure.cause(), failure.nextStep()));
    };
  }

  private JsonObject state(List<Intent.Seen> seen) {
    JsonArray rows = new JsonArray();
    seen.forEach(one -> rows.add(marked(one.entity(), one.row())));
    JsonObject state = new JsonObject();
    state.add("rows", rows);
    return state;
  }

  @Override
  public Outcome apply(Plan.Ready plan, Arguments arguments, WritePorts ports) {
    Parsed<Outcome> outcome =
        ground(ports)
            .then(ground -> intent.steps(arguments, ground.facts(), ground.reads()))
            .then(steps ->
                target(steps).equals(plan.target())
                    ? store(steps, arguments, ports)
                    : new Parsed.Bad<>(moved()));
    return switch (outcome) {
      case Parsed.Good<Outcome>(Outcome value) -> value;
      case Parsed.Bad<Outcome>(Outcome.Failure failure) -> failure;
    };
  }

  private static Outcome.Failure moved() {
    return Parsed.failure(
        new DbError(
            DbError.Kind.ROWS_MOVED,
            "The rows are no longer what the plan showed; nothing was changed.",
            "Look at the plan again, then repeat the change if it still makes sense."));
  }

  private Parsed<Outcome> store(List<RowStep> steps, Arguments arguments, WritePorts ports) {
    List<SecretIntake.Taken> taken = new ArrayList<>();
    for (RowStep step : steps) {
      switch (SecretIntake.take(step, parts.secrets())) {
        case Parsed.Good<SecretIntake.Taken>(SecretIntake.Taken secrets) -> taken.add(secrets);
        case Parsed.Bad<SecretIntake.Taken>(Outcome.Failure failure) -> {
          return new Parsed.Bad<>(failure);
        }
      }
    }
    DbResult<DbWrites> writes = ports.dbWrites();
    return Parsed.of(writes)
        .then(database -> {
          List<RowChange> changes = new ArrayList<>();
          for (int at = 0; at < steps.size(); at++) {
            changes.add(steps.get(at).change(taken.get(at).columns()));
          }
          return Parsed.of(database.rows().apply(changes));
        })
        .map(rows -> outcome(steps, rows, taken, arguments, ports));
  }

  private static Outcome outcome(
      List<RowStep> steps,
      List<Optional<Row>> rows,
      List<SecretIntake.Taken> taken,
      Arguments arguments,
      WritePorts ports) {
    List<ActivationRun.Stored> stored = new ArrayList<>();
    JsonArray shown = new JsonArray();
    Map<String, Secret> once = new LinkedHashMap<>();
    for (int at = 0; at < steps.size(); at++) {
      RowStep step = steps.get(at);
      stored.add(new ActivationRun.Stored(step, rows.get(at)));
      JsonObject row = Json.object("did", step.verb().label());
      row.addProperty("table", step.table().name());
      row.add("row", Rows.shown(step.entity(), rows.get(at).or(step::before).orElse(step.set())));
      shown.add(row);
      once.putAll(taken.get(at).shownOnce());
    }
    ActivationRun.Report report =
        new ActivationRun(ports, arguments.flag(RELOAD, true)).run(stored);
    JsonObject data = new JsonObject();
    data.addProperty("stored", true);
    data.add("rows", shown);
    data.add("activation", report.rows());
    return new Outcome.Value(data, report.warnings(), once);
  }
}

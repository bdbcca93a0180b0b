package dev.opensipsmcp.server.toolset.provision;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Nearest;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The intent of the tool {@code provision_apply}: several changes, all or none.
 *
 * @param entities all kinds of rows
 * @param clock the time for columns that say when a row was written
 */
record SeveralIntent(Entities entities, InstantSource clock) implements Intent {

  /** One change of the call. */
  private record Asked(Intent intent, Arguments arguments) {}

  @Override
  public Parsed<List<RowStep>> steps(Arguments arguments, Facts facts, DbReads reads) {
    return gathered(arguments, (intent, own) -> intent.steps(own, facts, reads));
  }

  @Override
  public Parsed<List<Seen>> touched(Arguments arguments, Facts facts, DbReads reads) {
    return gathered(arguments, (intent, own) -> intent.touched(own, facts, reads));
  }

  private <T> Parsed<List<T>> gathered(
      Arguments arguments, BiFunction<Intent, Arguments, Parsed<List<T>>> each) {
    List<T> all = new ArrayList<>();
    int number = 0;
    for (JsonElement element : Json.list(arguments.json(), "changes")) {
      number++;
      int at = number;
      Parsed<List<T>> some =
          asked(Json.asObject(element)).then(one -> each.apply(one.intent(), one.arguments()));
      switch (some) {
        case Parsed.Good<List<T>>(List<T> value) -> all.addAll(value);
        case Parsed.Bad<List<T>>(Outcome.Failure failure) -> {
          return new Parsed.Bad<>(
              new Outcome.Failure(
                  failure.code(),
                  "Change " + at + ": " + failure.cause(),
                  failure.nextStep(),
                  failure.mayHaveRun()));
        }
      }
    }
    return new Parsed.Good<>(all);
  }

  private Parsed<Asked> asked(JsonObject change) {
    String name = Json.text(change, "entity");
    Optional<Entity> entity = entities.named(name);
    if (entity.isEmpty()) {
      List<String> names = entities.all().stream().map(Entity::name).toList();
      return new Parsed.Bad<>(
          ToolError.ARGUMENTS_WRONG.failure(
              "There is no entity " + name + ".",
              Nearest.orElse(Nearest.to(name, names), "List them with provision_describe.")));
    }
    Verb verb = Verb.valueOf(Json.text(change, "action").toUpperCase(Locale.ROOT));
    return new Parsed.Good<>(
        new Asked(
            new EntityIntents(entity.get(), verb, clock),
            new Arguments(Json.object(change, "values"))));
  }
}

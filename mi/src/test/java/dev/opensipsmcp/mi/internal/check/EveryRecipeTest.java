package dev.opensipsmcp.mi.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.MiType;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks every command, version and recipe: arguments pass exactly when a recipe takes them. */
class EveryRecipeTest {

  @ParameterizedTest
  @CsvSource({"V3_4, 239", "V3_5, 252", "V3_6, 266", "V4_0, 276"})
  void argumentsPassExactlyWhenARecipeTakesThem(Version version, int commands) {
    List<MiCommand> all = Facts.of(version).mi().commands();
    assertThat(all).hasSizeBetween(commands - 1, commands);
    for (MiCommand command : all) {
      for (Recipe recipe : command.recipes()) {
        JsonObject fitting = fitting(recipe);
        expect(command, fitting, true);
        for (String name : recipe.names()) {
          JsonObject fewer = fitting.deepCopy();
          fewer.remove(name);
          expect(command, fewer, command.recipeOf(fewer.keySet()).isPresent());
        }
        for (MiParameter other : command.parameters()) {
          JsonObject more = fitting.deepCopy();
          more.add(other.name(), value(other.type()));
          expect(command, more, command.recipeOf(more.keySet()).isPresent());
        }
        JsonObject unknown = fitting.deepCopy();
        unknown.addProperty("no_such_parameter", 1);
        expect(command, unknown, false);
        expectNoWrongType(command, recipe, fitting);
      }
    }
  }

  private static void expectNoWrongType(MiCommand command, Recipe recipe, JsonObject fitting) {
    for (MiParameter parameter : recipe.parameters()) {
      JsonObject wrong = fitting.deepCopy();
      switch (parameter.type()) {
        case INT -> wrong.addProperty(parameter.name(), "a word");
        case ARRAY -> wrong.addProperty(parameter.name(), "a word");
        case STRING, BOOL -> wrong.add(parameter.name(), new JsonObject());
        case ANY -> {
          continue;
        }
      }
      expect(command, wrong, false);
    }
  }

  private static void expect(MiCommand command, JsonObject params, boolean accepted) {
    Target target =
        new Target(command.name(), command.module(), command.recipes(), command.async());
    assertThat(Arguments.fault(target, params).isEmpty())
        .as("%s %s", command.name(), params)
        .isEqualTo(accepted);
  }

  private static JsonObject fitting(Recipe recipe) {
    JsonObject params = new JsonObject();
    recipe.parameters().forEach(each -> params.add(each.name(), value(each.type())));
    return params;
  }

  private static JsonElement value(MiType type) {
    return switch (type) {
      case INT, BOOL -> new JsonPrimitive(1);
      case STRING, ANY -> new JsonPrimitive("text");
      case ARRAY -> {
        JsonArray array = new JsonArray();
        array.add("text");
        yield array;
      }
    };
  }
}

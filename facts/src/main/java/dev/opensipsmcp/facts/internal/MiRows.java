package dev.opensipsmcp.facts.internal;

import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiParameter;
import dev.opensipsmcp.facts.MiType;
import dev.opensipsmcp.facts.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code mi.tsv}: name, module, flags, aliases, parameters with a letter for their type, and
 * recipes, each a word of the parameters' places in base 36, {@code -} for the empty one.
 */
final class MiRows {
  private MiRows() {}

  static List<MiCommand> read(String text) {
    List<MiCommand> commands = new ArrayList<>(300);
    Rows rows = new Rows(text);
    while (rows.next()) {
      String name = rows.field();
      String module = rows.field();
      String flags = rows.field();
      List<String> aliases = rows.words();
      List<MiParameter> parameters = parameters(rows.words());
      commands.add(
          new MiCommand(
              name,
              module,
              recipes(rows.words(), parameters),
              aliases,
              flags.indexOf('A') >= 0,
              flags.indexOf('N') >= 0));
    }
    return List.copyOf(commands);
  }

  private static List<MiParameter> parameters(List<String> words) {
    List<MiParameter> parameters = new ArrayList<>(words.size());
    for (String word : words) {
      int colon = word.length() - 2;
      parameters.add(new MiParameter(word.substring(0, colon), type(word.charAt(colon + 1))));
    }
    return parameters;
  }

  private static List<Recipe> recipes(List<String> words, List<MiParameter> parameters) {
    List<Recipe> recipes = new ArrayList<>(words.size());
    for (String word : words) {
      List<MiParameter> recipe = new ArrayList<>(word.length());
      if (!word.equals("-")) {
        for (int i = 0; i < word.length(); i++) {
          recipe.add(parameters.get(Character.digit(word.charAt(i), 36)));
        }
      }
      recipes.add(new Recipe(recipe));
    }
    return recipes;
  }

  private static MiType type(char letter) {
    return switch (letter) {
      case 's' -> MiType.STRING;
      case 'i' -> MiType.INT;
      case 'b' -> MiType.BOOL;
      case 'a' -> MiType.ARRAY;
      case '?' -> MiType.ANY;
      default -> throw new IllegalStateException("No MI type has the letter " + letter);
    };
  }
}

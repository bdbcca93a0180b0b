package dev.opensipsmcp.lab.internal.rpc;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A call's parameters by name, of the recipe's types. */
public final class Arguments {
  private final Map<String, JsonElement> values;

  Arguments(Map<String, JsonElement> values) {
    this.values = values;
  }

  /** {@return all of them, as they were sent} */
  public JsonObject json() {
    JsonObject json = new JsonObject();
    values.forEach(json::add);
    return json;
  }

  /**
   * {@return whether the recipe has this parameter}
   *
   * @param name the parameter
   */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * {@return a string parameter; a number as its digits; empty when there is none}
   *
   * @param name the parameter
   */
  public String text(String name) {
    return optionalText(name).orElse("");
  }

  /**
   * {@return a string parameter, when the recipe has it}
   *
   * @param name the parameter
   */
  public Optional<String> optionalText(String name) {
    return values.get(name) instanceof JsonPrimitive primitive
        ? Optional.of(primitive.getAsString())
        : Optional.empty();
  }

  /**
   * {@return an integer parameter, cut to 32 bits; 0 when there is none}
   *
   * @param name the parameter
   */
  public int number(String name) {
    return values.get(name) instanceof JsonPrimitive primitive
        ? (int) Double.parseDouble(primitive.getAsString())
        : 0;
  }

  /**
   * {@return a switch: false for 0, no, false and off, true for any other value}
   *
   * @param name the parameter
   * @param unsaid what holds when there is none
   */
  public boolean yes(String name, boolean unsaid) {
    return optionalText(name)
        .map(text -> !Set.of("0", "no", "false", "off").contains(text.toLowerCase(Locale.ROOT)))
        .orElse(unsaid);
  }

  /**
   * {@return an array parameter's texts; empty when there is none}
   *
   * @param name the parameter
   */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (values.get(name) instanceof JsonArray array) {
      for (JsonElement element : array) {
        if (element instanceof JsonPrimitive primitive) {
          texts.add(primitive.getAsString());
        }
      }
    }
    return texts;
  }
}

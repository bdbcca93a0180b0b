package dev.opensipsmcp.server.tool;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON Schema (2020-12) in the few forms that tools need.
 *
 * <p>Immutable, and only a chain of keywords until {@link #json} is called: tools are made at every
 * start, their JSON only when somebody asks for it.
 */
public final class Schema {

  /** The end of every chain. */
  private static final Schema EMPTY = new Schema();

  private final Schema before;
  private final String keyword;
  private final Value value;

  private Schema() {
    this.before = this;
    this.keyword = "";
    this.value = new Value.Text("");
  }

  private Schema(Schema before, String keyword, Value value) {
    this.before = before;
    this.keyword = keyword;
    this.value = value;
  }

  /** What a keyword can have. Each makes its own JSON: a switch over types is slow to start. */
  private sealed interface Value {
    JsonElement json();

    record Text(String text) implements Value {
      @Override
      public JsonElement json() {
        return new JsonPrimitive(text);
      }
    }

    record Whole(long number) implements Value {
      @Override
      public JsonElement json() {
        return new JsonPrimitive(number);
      }
    }

    record Flag(boolean flag) implements Value {
      @Override
      public JsonElement json() {
        return new JsonPrimitive(flag);
      }
    }

    record Texts(List<String> texts) implements Value {
      @Override
      public JsonElement json() {
        JsonArray array = new JsonArray();
        for (String text : texts) {
          array.add(text);
        }
        return array;
      }
    }

    record Inner(Schema schema) implements Value {
      @Override
      public JsonElement json() {
        return schema.json();
      }
    }

    record Properties(List<Property> properties) implements Value {
      @Override
      public JsonElement json() {
        JsonObject members = new JsonObject();
        for (Property property : properties) {
          members.add(property.name(), property.schema().json());
        }
        return members;
      }

      JsonArray required() {
        JsonArray required = new JsonArray();
        for (Property property : properties) {
          if (property.required()) {
            required.add(property.name());
          }
        }
        return required;
      }
    }
  }

  /**
   * A named part of an object.
   *
   * @param name the member's name
   * @param schema what it may hold
   * @param required whether it must be there
   */
  public record Property(String name, Schema schema, boolean required) {}

  /** {@return a text} */
  public static Schema text(String description) {
    return typed("string", description);
  }

  /** {@return a whole number} */
  public static Schema integer(String description) {
    return typed("integer", description);
  }

  /** {@return any number} */
  public static Schema number(String description) {
    return typed("number", description);
  }

  /** {@return true or false} */
  public static Schema flag(String description) {
    return typed("boolean", description);
  }

  /** {@return any JSON value} */
  public static Schema any(String description) {
    return EMPTY.with("description", new Value.Text(description));
  }

  /** {@return a list of values} */
  public static Schema list(String description, Schema items) {
    return typed("array", description).with("items", new Value.Inner(items));
  }

  /** {@return a list of plain texts} */
  public static Schema texts(String description) {
    return list(description, EMPTY.with("type", new Value.Text("string")));
  }

  /** {@return an object whose members are not known beforehand} */
  public static Schema map(String description) {
    return typed("object", description);
  }

  /** {@return an object with these members and no others} */
  public static Schema object(String description, Property... properties) {
    return EMPTY
        .with("type", new Value.Text("object"))
        .with("description", new Value.Text(description))
        .with("properties", new Value.Properties(List.of(properties)))
        .with("additionalProperties", new Value.Flag(false));
  }

  /** {@return a tool's arguments: these and no others} */
  public static Schema arguments(Property... properties) {
    return EMPTY
        .with("type", new Value.Text("object"))
        .with("properties", new Value.Properties(List.of(properties)))
        .with("additionalProperties", new Value.Flag(false));
  }

  /** {@return a member that must be there} */
  public static Property required(String name, Schema schema) {
    return new Property(name, schema, true);
  }

  /** {@return a member that may be absent} */
  public static Property optional(String name, Schema schema) {
    return new Property(name, schema, false);
  }

  /** {@return this, from {@code minimum} to {@code maximum}, both included} */
  public Schema between(long minimum, long maximum) {
    return with("minimum", new Value.Whole(minimum)).with("maximum", new Value.Whole(maximum));
  }

  /** {@return this, at least {@code minimum}} */
  public Schema atLeast(long minimum) {
    return with("minimum", new Value.Whole(minimum));
  }

  /** {@return this, with a default} */
  public Schema byDefault(long number) {
    return with("default", new Value.Whole(number));
  }

  /** {@return this, with a default} */
  public Schema byDefault(boolean flag) {
    return with("default", new Value.Flag(flag));
  }

  /** {@return this, with a default} */
  public Schema byDefault(String text) {
    return with("default", new Value.Text(text));
  }

  /** {@return this, one of these texts} */
  public Schema oneOf(String... values) {
    return with("enum", new Value.Texts(List.of(values)));
  }

  /** {@return this, matching a regular expression} */
  public Schema matching(String pattern) {
    return with("pattern", new Value.Text(pattern));
  }

  /** {@return this, at most so many characters long} */
  public Schema longest(int characters) {
    return with("maxLength", new Value.Whole(characters));
  }

  /** {@return this, at most so many items long} */
  public Schema most(int items) {
    return with("maxItems", new Value.Whole(items));
  }

  /** {@return this, with examples} */
  public Schema examples(String... examples) {
    return with("examples", new Value.Texts(List.of(examples)));
  }

  /** {@return this object schema with further members behind its own} */
  public Schema and(List<Property> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Property> all = new ArrayList<>(properties());
    all.addAll(more);
    return replaceProperties(List.copyOf(all));
  }

  /** {@return the members of an object schema, in order; empty for any other} */
  public List<Property> properties() {
    for (Schema at = this; at != EMPTY; at = at.before) {
      if (at.value instanceof Value.Properties(List<Property> properties)) {
        return properties;
      }
    }
    return List.of();
  }

  /** {@return the schema of a list's items; the empty schema for any other} */
  public Schema items() {
    for (Schema at = this; at != EMPTY; at = at.before) {
      if (at.value instanceof Value.Inner(Schema inner)) {
        return inner;
      }
    }
    return EMPTY;
  }

  /** {@return the schema as JSON, a new tree at every call} */
  public JsonObject json() {
    JsonObject json = new JsonObject();
    write(json);
    return json;
  }

  private static Schema typed(String type, String description) {
    return EMPTY
        .with("type", new Value.Text(type))
        .with("description", new Value.Text(description));
  }

  private Schema with(String keyword, Value value) {
    return new Schema(this, keyword, value);
  }

  private Schema replaceProperties(List<Property> properties) {
    return value instanceof Value.Properties
        ? before.with(keyword, new Value.Properties(properties))
        : before.replaceProperties(properties).with(keyword, value);
  }

  private void write(JsonObject json) {
    if (this == EMPTY) {
      return;
    }
    before.write(json);
    json.add(keyword, value.json());
    if (value instanceof Value.Properties properties && !properties.required().isEmpty()) {
      json.add("required", properties.required());
    }
  }
}

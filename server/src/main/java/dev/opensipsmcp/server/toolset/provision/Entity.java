package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.util.List;
import java.util.Optional;

/**
 * One kind of thing that is provisioned: a table, with the columns that a person may set and what
 * makes its rows active. All tools for it come from this record.
 *
 * @param name what its tools' names begin with, for example {@code drouting_gateway}
 * @param toolset the toolset that its tools are in
 * @param noun what one is called, for example {@code gateway of dynamic routing}
 * @param purpose what it is for, a clause that follows the noun and "is"
 * @param table its table's default name
 * @param module the module that reads the table
 * @param key the columns by which a person names one; none where rows may be alike
 * @param fields the columns that a person may set, the important ones first
 * @param activation how a row becomes active
 * @param references where rows of other tables name one
 * @param words the earlier server's names of its tools, and prompts that lead to them
 */
public record Entity(
    String name,
    String toolset,
    String noun,
    String purpose,
    String table,
    String module,
    List<String> key,
    List<Field> fields,
    Activation activation,
    List<Reference> references,
    EntityWords words) {
  public Entity {
    key = List.copyOf(key);
    fields = List.copyOf(fields);
    references = List.copyOf(references);
  }

  /** {@return where the making of one begins} */
  public static EntityDraft of(String name, String toolset, String table, String module) {
    return new EntityDraft(name, toolset, table, module);
  }

  /** {@return what one is called, with its article} */
  public String oneNoun() {
    return ("aeioAEIO".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  /** {@return the field of a column} */
  public Optional<Field> field(String column) {
    return fields.stream().filter(field -> field.column().equals(column)).findFirst();
  }

  /** {@return the field that an argument sets} */
  public Optional<Field> byArgument(String argument) {
    return fields.stream()
        .filter(field -> field.settable() && field.argument().equals(argument))
        .findFirst();
  }

  /** {@return its table in the newest version that has it} */
  public Table newest() {
    Version[] versions = Version.values();
    for (int at = versions.length - 1; at >= 0; at--) {
      Optional<Table> found = Facts.of(versions[at]).table(table);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException("No version has table " + table);
  }

  /** {@return the name of the primary key, by which a row can always be named} */
  public String rowId() {
    return newest().primaryKey().getFirst().name();
  }
}

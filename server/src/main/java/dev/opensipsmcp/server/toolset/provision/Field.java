package dev.opensipsmcp.server.toolset.provision;

import dev.opensipsmcp.facts.Column;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.secret.SecretForm;
import java.util.Optional;

/**
 * A column that a person may set.
 *
 * @param column its name, which is the argument's too
 * @param kind what it holds
 * @param meaning what it is for, with unit and what its values mean; a short phrase without a full
 *     stop
 * @param required whether a new row must have it
 * @param main whether tools show it as an argument of its own; the others are given together
 */
public record Field(String column, Kind kind, String meaning, boolean required, boolean main) {

  /** What a column holds. */
  public sealed interface Kind {
    /** Characters, as many as the column takes. */
    record Text() implements Kind {}

    /**
     * A whole number.
     *
     * @param least the least
     * @param most the greatest
     */
    record Whole(long least, long most) implements Kind {}

    /** A number with a fraction. */
    record Decimal() implements Kind {}

    /** A time of the node's clock. */
    record Time() implements Kind {}

    /** A time that says when the row was written; it is set by itself. */
    record Stamp() implements Kind {}

    /**
     * A secret: never shown, and never an argument.
     *
     * @param form what it must look like
     */
    record Secret(SecretForm form) implements Kind {}

    /** A secret that follows from another column's: never shown, and set with that one only. */
    record Derived() implements Kind {}

    /** A text of several lines, such as a certificate, which comes from a file. */
    record Document() implements Kind {}
  }

  /** {@return whether its values may not leave} */
  public boolean secret() {
    return kind instanceof Kind.Secret || kind instanceof Kind.Derived;
  }

  /** {@return what its secret or document must look like} */
  public SecretForm form() {
    return kind instanceof Kind.Secret(SecretForm form) ? form : SecretForm.DOCUMENT;
  }

  /** {@return the argument that sets it} */
  public String argument() {
    return switch (kind) {
      case Kind.Secret _, Kind.Document _ -> column + "_from";
      case Kind.Text _, Kind.Whole _, Kind.Decimal _, Kind.Time _, Kind.Stamp _, Kind.Derived _ ->
          column;
    };
  }

  /** {@return whether a person may set it} */
  public boolean settable() {
    return !(kind instanceof Kind.Stamp || kind instanceof Kind.Derived);
  }

  /** {@return the column in the newest version that has it} */
  public Optional<Column> newest(String table) {
    Version[] versions = Version.values();
    for (int at = versions.length - 1; at >= 0; at--) {
      Optional<Column> found = in(Facts.of(versions[at]).table(table));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Column> in(Optional<Table> table) {
    return table.flatMap(known -> known.column(column));
  }
}

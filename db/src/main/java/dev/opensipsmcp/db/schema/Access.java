package dev.opensipsmcp.db.schema;

/**
 * What the database lets this program's user do.
 *
 * @param rows whether rows of OpenSIPS's tables can be changed
 * @param tables whether tables can be made and changed
 */
public record Access(boolean rows, boolean tables) {

  /** {@return the same in a few words} */
  public String shown() {
    if (rows) {
      return tables ? "may change rows and tables" : "may change rows, not tables";
    }
    return tables ? "may make tables, not change rows" : "may only read";
  }
}

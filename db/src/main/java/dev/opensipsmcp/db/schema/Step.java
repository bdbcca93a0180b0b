package dev.opensipsmcp.db.schema;

import java.util.List;

/** One step towards other tables, to read and to be applied. */
public interface Step {

  /** {@return the table that it is about} */
  String table();

  /** {@return what it does, in a few words} */
  String what();

  /** {@return its statements, to read} */
  List<String> sql();

  /** {@return whether it makes the table} */
  boolean creates();

  /** {@return whether it may lose what a row holds} */
  boolean loses();
}

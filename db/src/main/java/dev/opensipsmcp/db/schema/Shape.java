package dev.opensipsmcp.db.schema;

/**
 * What values a column can hold, whatever its type is called.
 *
 * @param kind what they are
 * @param room bits of a number, characters or bytes of the rest
 * @param unsigned whether a whole number is never negative
 */
public record Shape(Kind kind, long room, boolean unsigned) {

  /** What values are. */
  public enum Kind {
    WHOLE,
    REAL,
    TEXT,
    BYTES,
    TIME,
    /** Something that none of OpenSIPS's columns is. */
    OTHER
  }

  /** {@return whether every value of the other fits in here} */
  public boolean holds(Shape other) {
    if (kind != other.kind || kind == Kind.OTHER) {
      return false;
    }
    if (kind != Kind.WHOLE || unsigned == other.unsigned) {
      return room >= other.room;
    }
    return !unsigned && room > other.room;
  }
}

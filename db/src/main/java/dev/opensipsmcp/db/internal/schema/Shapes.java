package dev.opensipsmcp.db.internal.schema;

import dev.opensipsmcp.db.Dialect;
import dev.opensipsmcp.db.schema.Shape;
import dev.opensipsmcp.db.schema.Shape.Kind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a type can hold. */
final class Shapes {
  private static final Pattern SIZE = Pattern.compile("\\(\\s*(\\d+)[^)]*\\)");

  private static final long UNBOUND = Integer.MAX_VALUE;
  private static final long TWO_BYTES = 65_535;
  private static final long THREE_BYTES = 16_777_215;

  private Shapes() {}

  /** {@return what a type holds, written as in a statement or as a catalogue gives it} */
  static Shape of(String type, Dialect dialect) {
    String plain = type.toLowerCase(Locale.ROOT);
    Matcher parts = SIZE.matcher(plain);
    long size = parts.find() ? Long.parseLong(parts.group(1)) : -1;
    String words = SIZE.matcher(plain).replaceAll(" ").replaceAll("\\s+", " ").strip();
    String name = words.replace(" unsigned", "").replace(" zerofill", "");
    Shape shape = of(name, size, dialect);
    boolean unsigned = dialect == Dialect.MARIADB && words.contains(" unsigned");
    return shape.kind() == Kind.WHOLE ? new Shape(Kind.WHOLE, shape.room(), unsigned) : shape;
  }

  private static Shape of(String name, long size, Dialect dialect) {
    return switch (name) {
      case "tinyint" -> whole(8, dialect);
      case "boolean", "bool" ->
          dialect == Dialect.POSTGRESQL ? new Shape(Kind.OTHER, 0, false) : whole(8, dialect);
      case "smallint", "int2" -> whole(16, dialect);
      case "mediumint" -> whole(24, dialect);
      case "int", "integer", "int4", "serial" -> whole(32, dialect);
      case "bigint", "int8", "bigserial" -> whole(64, dialect);
      case "char", "varchar", "character", "character varying", "nchar", "nvarchar" ->
          new Shape(Kind.TEXT, size >= 0 ? size : bare(name, dialect), false);
      case "tinytext" -> new Shape(Kind.TEXT, 255, false);
      case "text" -> new Shape(Kind.TEXT, bytes(dialect), false);
      case "mediumtext" -> new Shape(Kind.TEXT, THREE_BYTES, false);
      case "longtext", "clob" -> new Shape(Kind.TEXT, UNBOUND, false);
      case "binary", "varbinary" -> new Shape(Kind.BYTES, Math.max(size, 1), false);
      case "tinyblob" -> new Shape(Kind.BYTES, 255, false);
      case "blob" -> new Shape(Kind.BYTES, bytes(dialect), false);
      case "mediumblob" -> new Shape(Kind.BYTES, THREE_BYTES, false);
      case "longblob", "bytea" -> new Shape(Kind.BYTES, UNBOUND, false);
      case "float", "real", "float4" -> new Shape(Kind.REAL, 24, false);
      case "double", "double precision", "float8", "decimal", "numeric" ->
          new Shape(Kind.REAL, 53, false);
      case "datetime", "timestamp", "timestamp without time zone" -> new Shape(Kind.TIME, 0, false);
      default -> new Shape(Kind.OTHER, 0, false);
    };
  }

  /** SQLite keeps any whole number of eight bytes, whatever its column is called. */
  private static Shape whole(int bits, Dialect dialect) {
    return new Shape(Kind.WHOLE, dialect == Dialect.SQLITE ? 64 : bits, false);
  }

  private static long bare(String name, Dialect dialect) {
    boolean one = dialect != Dialect.SQLITE && !name.contains("var");
    return one ? 1 : UNBOUND;
  }

  private static long bytes(Dialect dialect) {
    return dialect == Dialect.MARIADB ? TWO_BYTES : UNBOUND;
  }
}

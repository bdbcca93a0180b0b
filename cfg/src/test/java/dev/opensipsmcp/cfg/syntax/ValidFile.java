package dev.opensipsmcp.cfg.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes files that follow the grammar; a blank stands between any two pieces. */
final class ValidFile {
  private final Random random;
  private int depth;

  private ValidFile(long seed) {
    random = new Random(seed);
  }

  static String of(long seed) {
    ValidFile file = new ValidFile(seed);
    return String.join(" ", file.some(1, 6, file::item));
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  private List<String> some(int least, int most, Supplier<String> what) {
    List<String> all = new ArrayList<>();
    for (int left = least + random.nextInt(most - least + 1); left > 0; left--) {
      all.add(what.get());
    }
    return all;
  }

  private String item() {
    return switch (random.nextInt(9)) {
      case 0 -> "log_level = " + one("3", "-1");
      case 1 -> "socket = udp : 127.0.0.1 : 5060 use_workers 2";
      case 2 -> "loadmodule \"a.so\"";
      case 3 -> "modparam ( \"a\" , \"b\" , " + one("\"c\" 'd'", "5", "no") + " )";
      case 4 -> "alias = example.com " + one("", "tcp : 10.0.0.1 : 5061 ") + "auto_aliases = no";
      case 5 -> "dst_blacklist = a : { ( tcp , 10.0.0.0/8 , 5060 , \"\" ) }";
      default ->
          one("route", "route [ a ]", "failure_route [ \"b\" ]", "timer_route [ c , 5 ]")
              + " { "
              + String.join(" ", some(1, 5, this::statement))
              + " }";
    };
  }

  private String block() {
    return "{ " + String.join(" ", some(1, 3, this::statement)) + " }";
  }

  private String statement() {
    depth++;
    int kind = random.nextInt(depth > 5 ? 5 : 12);
    String statement =
        switch (kind) {
          case 0, 1 -> call() + " ;";
          case 2 -> one(";", "exit ;", "return ( 1 ) ;", "drop ;", "return -1 ;");
          case 3 -> one("route ( x , 1 ) ;", "xlog ( \"a\" \"b\" ) ;", "async ( f ( 1 ) , x ) ;");
          case 4, 5 -> variable() + one(" = ", " := ", " += ") + calculation() + " ;";
          case 6 -> "if ( " + condition() + " ) " + statement();
          case 7 -> "if ( " + condition() + " ) " + block() + " else " + block();
          case 8 -> "if ( " + condition() + " ) { } else if ( " + condition() + " ) " + block();
          case 9 -> "while ( " + condition() + " ) " + block();
          case 10 -> "for ( $var(i) in $(avp(a)[*]) ) " + block();
          default ->
              "switch ( "
                  + variable()
                  + " ) { case 1 : "
                  + statement()
                  + " break ; case \"b\" : default : "
                  + statement()
                  + " }";
        };
    depth--;
    return statement;
  }

  private String call() {
    List<String> values = some(0, 3, this::value);
    return "f ( " + String.join(" , ", values) + (values.isEmpty() ? ")" : " )");
  }

  private String condition() {
    depth++;
    String condition =
        switch (random.nextInt(depth > 6 ? 4 : 7)) {
          case 0 -> variable();
          case 1 -> call();
          case 2 -> variable() + one(" == ", " != ", " < ", " >= ") + value();
          case 3 -> one("$ru =~ \"^a\"", "$si == 10.0.0.0/8", "$avp(a) != NULL", "$si == ::1");
          case 4 -> condition() + one(" and ", " or ", " && ", " || ") + condition();
          case 5 -> one("! ( ", "not ( ", "( ") + condition() + " )";
          default -> "[ " + calculation() + " ]";
        };
    depth--;
    return condition;
  }

  private String calculation() {
    depth++;
    String calculation =
        switch (random.nextInt(depth > 7 ? 2 : 5)) {
          case 0, 1 -> value();
          case 2 -> value() + one(" + ", " - ", " * ", " / ", " % ", " & ") + calculation();
          case 3 -> value() + one(" | ", " ^ ", " << ", " >> ") + calculation();
          default -> one("( ", "~ ( ") + calculation() + " )";
        };
    depth--;
    return calculation;
  }

  private String value() {
    return random.nextBoolean()
        ? variable()
        : one("\"a\"", "'b'", "1", "-2", "0x1f", "\"$ru\\n\"", "yes");
  }

  private String variable() {
    return one("$ru", "$avp(a)", "$(hdr(Via)[0])", "$var(b)", "$(ru{uri.user}{s.len})");
  }
}

package dev.opensipsmcp.db.internal.query;

import dev.opensipsmcp.db.DbError;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.parser.SimpleNode;
import net.sf.jsqlparser.parser.Token;

/** Ends the check of a query from however deep inside it; never leaves the package. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient DbError error;

  private Refused(DbError error) {
    super(error.cause(), null, false, false);
    this.error = error;
  }

  DbError error() {
    return error;
  }

  /** {@return a refusal} */
  static Refused because(String cause, String nextStep) {
    return new Refused(new DbError(DbError.Kind.QUERY_REFUSED, cause, nextStep));
  }

  /** {@return the refusal of a part of the query that nobody vouches for} */
  static Refused unknown(Object node) {
    return because(
        at(node) + node.getClass().getSimpleName() + " is not among what a query may hold.",
        "Write it with plain columns, comparisons, and the functions that the tool names.");
  }

  /** {@return the refusal of something about a node} */
  static Refused feature(Object node, String what) {
    return because(at(node) + what + " is not among what a query may hold.", "Leave it out.");
  }

  /** {@return where in the text a node begins, where the parser remembers it} */
  static String at(Object node) {
    if (node instanceof ASTNodeAccess access) {
      SimpleNode place = access.getASTNode();
      Token token = place == null ? null : place.jjtGetFirstToken();
      if (token != null) {
        return "Line " + token.beginLine + ", column " + token.beginColumn + ": ";
      }
    }
    return "";
  }
}

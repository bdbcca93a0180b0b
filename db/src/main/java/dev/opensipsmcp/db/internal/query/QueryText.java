package dev.opensipsmcp.db.internal.query;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.CCJSqlParserTokenManager;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.SimpleCharStream;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;

/** Makes a tree of a query's text, within bounds. */
final class QueryText {
  private static final int LONGEST = 8_000;
  private static final int DEEPEST = 24;
  private static final long PARSE_MS = 3_000;

  /** Comments in which databases find orders. */
  private static final List<String> DIRECTIVES = List.of("/*!", "/*+", "/*M!");

  private QueryText() {}

  static Statement parse(String text) {
    if (text.length() > LONGEST) {
      throw Refused.because(
          "The query is longer than " + LONGEST + " characters.", "Ask in several queries.");
    }
    if (text.indexOf('\0') >= 0) {
      throw Refused.because("The query holds a NUL character.", "Leave it out.");
    }
    for (String directive : DIRECTIVES) {
      if (text.contains(directive)) {
        throw Refused.because(
            "The query holds a comment with an order to the database.", "Leave it out.");
      }
    }
    if (depth(text) > DEEPEST) {
      throw Refused.because(
          "The query is nested deeper than " + DEEPEST + ".", "Use WITH, or several queries.");
    }
    single(text);
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Statement statement =
          CCJSqlParserUtil.parse(text, thread, parser -> parser.withTimeOut(PARSE_MS));
      if (statement == null) {
        throw Refused.because("There is no statement.", "Write one SELECT.");
      }
      return statement;
    } catch (JSQLParserException e) {
      throw Refused.because(
          where(e) + "This is not one SELECT that can be understood.",
          "Write one SELECT in standard SQL; texts in single quotes, names bare.");
    }
  }

  /** The parser may stop at a semicolon and leave the rest unread; nobody shall rely on that. */
  private static void single(String text) {
    CCJSqlParserTokenManager tokens =
        new CCJSqlParserTokenManager(new SimpleCharStream(new StringProvider(text)));
    try {
      Token token = tokens.getNextToken();
      while (token.kind != CCJSqlParserConstants.EOF) {
        Token next = tokens.getNextToken();
        if (token.kind == CCJSqlParserConstants.ST_SEMICOLON
            && next.kind != CCJSqlParserConstants.EOF) {
          throw Refused.because(
              "Line "
                  + next.beginLine
                  + ", column "
                  + next.beginColumn
                  + ": Something follows the first statement.",
              "Ask for one SELECT at a time.");
        }
        token = next;
      }
    } catch (TokenMgrException | IndexOutOfBoundsException e) {
      // The second is what the scanner makes of a text without a single token.
      throw Refused.because(
          "The query is empty, or holds a character that has no meaning in SQL.",
          "Put texts in single quotes.");
    }
  }

  private static String where(JSQLParserException e) {
    return e.getCause() instanceof ParseException cause
            && cause.currentToken != null
            && cause.currentToken.next != null
        ? "Line "
            + cause.currentToken.next.beginLine
            + ", column "
            + cause.currentToken.next.beginColumn
            + ": "
        : "";
  }

  private static int depth(String text) {
    int deepest = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}

package dev.opensipsmcp.server.toolset.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.server.gate.ErrorCode;
import dev.opensipsmcp.server.secret.SecretError;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the page of all error codes against the codes; see {@link ReferenceTest}. */
class ErrorReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "errors.md");

  /** An error of the node's client, with what it means in general and what to do. */
  private record Known(MiError error, String meaning, String nextStep) {}

  private static final List<Known> NODE =
      List.of(
          new Known(
              new MiError.Unreachable("", ""),
              "The request can't have reached the node: refused, no such host, no socket, TLS.",
              "Check the node's address and that OpenSIPS runs there; `opensips-mcp doctor` tries"
                  + " every node."),
          new Known(
              new MiError.OutcomeUnknown("", Duration.ZERO, false, "", ""),
              "A read was sent and no whole answer came.",
              "Ask again, for less at once if the node is busy."),
          new Known(
              new MiError.OutcomeUnknown("", Duration.ZERO, true, "", ""),
              "A change was sent and no whole answer came; replies say `OUTCOME_UNKNOWN`.",
              "Read the target's state before doing anything else."),
          new Known(
              new MiError.NoSuchCommand("", List.of(), Optional.empty(), "", ""),
              "The node, or its version, has no such MI command.",
              "Take one of the names in the reply, or list them with mi_list_commands."),
          new Known(
              new MiError.WrongArguments("", List.of(), "", ""),
              "The parameters fit no form of the MI command.",
              "Give exactly one of the sets in the reply."),
          new Known(
              new MiError.Refused("", 0, "", "", ""),
              "The node understood the command and answered with an error of its own.",
              "Follow the reply, which has the node's own code and words."),
          new Known(
              new MiError.TooLarge(0, 0, "", ""),
              "The request is larger than the node's channel takes; nothing was sent.",
              "Send less at once, or reach the node over HTTP."),
          new Known(
              new MiError.NotMi("", ""),
              "What answered is not MI: another service, a page of HTML, no JSON.",
              "Check the address and path of the node's MI."),
          new Known(
              new MiError.Busy("", ""),
              "Too many calls wait for the node already; nothing was sent.",
              "Call again later."),
          new Known(
              new MiError.Resting("", ""),
              "The node failed several calls in a row and is left alone for a moment; nothing was"
                  + " sent.",
              "Use another node, or ask again after the time in the reply."));

  @Test
  void thePageHasEveryCode() throws IOException {
    StringBuilder page = new StringBuilder(8_000);
    page.append(
        """
        # Errors

        Generated from the codes themselves; a test holds this page against them.

        A failed call has a stable code, its cause and the next step. The code is for programs; cause and next step
        say it for the call at hand, here they stand in general.
        """);
    section(page, "From the gate", "What every call can meet, whichever tool it is for.");
    for (ErrorCode code : ErrorCode.values()) {
      row(page, code.name(), code.meaning(), code.nextStep());
    }
    section(page, "From a node", "What asking an OpenSIPS node can come to.");
    for (Known known : NODE) {
      row(page, known.error().code(), known.meaning(), known.nextStep());
    }
    section(page, "From secrets", "What asking for a secret by its source can come to.");
    for (SecretError error : SecretError.values()) {
      row(page, error.name(), error.meaning(), error.nextStep());
    }
    section(page, "From a database", "What asking the database of a node can come to.");
    for (DbError.Kind kind : DbError.Kind.values()) {
      row(page, new DbError(kind, "", "").code(), kind.meaning() + ".", nextStep(kind));
    }
    section(
        page,
        "From tools",
        "Those marked * come up after something may have changed: replies say `OUTCOME_UNKNOWN` and"
            + " give their cause.");
    for (ToolError error : ToolError.values()) {
      row(
          page,
          error.name() + (error.afterChange() ? " *" : ""),
          error.meaning(),
          error.nextStep());
    }
    ReferenceTest.hold(PAGE, page.toString());
  }

  private static String nextStep(DbError.Kind kind) {
    return switch (kind) {
      case NOT_CONFIGURED -> "Ask whoever runs this server to name one; see docs/database.md.";
      case UNREACHABLE, LOGIN_REFUSED, NO_SUCH_DATABASE ->
          "Follow the reply; `opensips-mcp doctor` tries every database.";
      case NOT_PERMITTED -> "Use a database user, or a role, that has the right.";
      case NO_SUCH_TABLE, NO_SUCH_COLUMN ->
          "See with db_schema_check what is missing or other, and for which version.";
      case TABLE_EXISTS -> "Complete the table with db_schema_update.";
      case NO_SUCH_ROW, SEVERAL_ROWS -> "List the rows, and name one by its number.";
      case DUPLICATE, CONSTRAINT, VALUE_REFUSED -> "Change the values that the reply names.";
      case ROWS_MOVED, SCHEMA_MOVED -> "Look at the plan again, then repeat the change.";
      case TIMEOUT -> "Ask for less: a shorter time, or a column that has an index.";
      case BUSY -> "Call again in a moment.";
      case OUTCOME_UNKNOWN -> "Read the rows before doing anything else.";
      case UNSUPPORTED, CANCELLED, QUERY_REFUSED, FILE -> "Follow the reply.";
      case FAILED -> "Look at the database's own log at this moment.";
    };
  }

  @Test
  void everyKindOfErrorOfANodeIsKnown() {
    assertThat(NODE)
        .extracting(known -> (Object) known.error().getClass())
        .contains((Object[]) MiError.class.getPermittedSubclasses());
  }

  @Test
  void noTwoCodesAreTheSame() {
    List<String> codes = new ArrayList<>();
    for (ErrorCode code : ErrorCode.values()) {
      codes.add(code.name());
    }
    for (ToolError error : ToolError.values()) {
      codes.add(error.name());
    }
    for (SecretError error : SecretError.values()) {
      codes.add(error.name());
    }
    NODE.forEach(known -> codes.add(known.error().code()));
    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z][A-Z0-9_]+"));
  }

  private static void section(StringBuilder page, String title, String about) {
    page.append("\n## ").append(title).append("\n\n").append(about).append("\n\n");
    page.append("| code | meaning | next step |\n|---|---|---|\n");
  }

  private static void row(StringBuilder page, String code, String meaning, String nextStep) {
    int end = code.indexOf(' ') < 0 ? code.length() : code.indexOf(' ');
    page.append("| `").append(code, 0, end).append('`').append(code.substring(end));
    page.append(" | ").append(meaning).append(" | ").append(nextStep).append(" |\n");
  }
}

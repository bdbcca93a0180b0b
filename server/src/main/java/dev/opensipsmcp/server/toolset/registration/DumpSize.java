package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a question from holding a node's MI for minutes: the time of a dump grows by the square of
 * its users (see {@link DumpTime}), so nobody asks for a large one without knowing.
 */
final class DumpSize {
  /** Some ten seconds on a real node. */
  private static final long MOST = 20_000;

  static final Schema.Property LARGE =
      Schema.optional("large", Schema.flag("Over 20,000 users too").byDefault(false));

  private static final String USERS = "registered_users";

  private DumpSize() {}

  /** {@return why the dump is not asked for, if so; a node that does not tell its size is asked} */
  static Optional<Outcome.Failure> tooLarge(Arguments arguments, ReadPorts ports) {
    if (arguments.flag("large", false)) {
      return Optional.empty();
    }
    JsonObject params = new JsonObject();
    params.add("statistics", Json.texts(List.of(USERS)));
    long users =
        ports.mi().read("get_statistics", params)
                instanceof MiResult.Success<JsonElement>(JsonElement answer)
            ? Json.number(Json.asObject(answer), "usrloc:" + USERS, 0)
            : 0;
    return users <= MOST
        ? Optional.empty()
        : Optional.of(
            ToolError.DUMP_TOO_LARGE.failure(
                "The node has "
                    + users
                    + " users; it would answer nobody else over MI while it makes its dump, for"
                    + " many seconds or minutes.",
                "Take registrar_stats for totals and ul_show_contacts for one user, or repeat with"
                    + " large=true."));
  }
}

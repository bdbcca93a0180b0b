package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.MiFailures;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.ArrayList;
import java.util.List;

/** The contacts that a node has of a user, for tools of other sets. */
public final class UserContacts {
  private static final RowPath CONTACTS = RowPath.parse("Contacts[]");

  private UserContacts() {}

  /**
   * {@return the user's contacts, as {@code ul_show_contacts} shows them; none when the node has no
   * such user}
   *
   * @param ports the node
   * @param aor the user, with its domain where the node keeps domains
   */
  public static MiResult<List<JsonObject>> of(ReadPorts ports, String aor) {
    JsonObject params = Json.object("table_name", User.TABLE);
    params.addProperty("aor", aor);
    List<JsonObject> rows = new ArrayList<>();
    MiResult<Boolean> read =
        ports
            .mi()
            .read(
                "ul_show_contact",
                params,
                json -> {
                  CONTACTS.read(json, row -> rows.add(new Binding(row).shown()));
                  return true;
                });
    return switch (read) {
      case MiResult.Success<Boolean> _ -> new MiResult.Success<>(List.copyOf(rows));
      case MiResult.Failure<Boolean>(MiError error) when MiFailures.notFound(error) ->
          new MiResult.Success<>(List.of());
      case MiResult.Failure<Boolean>(MiError error) -> new MiResult.Failure<>(error);
    };
  }
}

package dev.opensipsmcp.server.toolset.cdr;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.cdr.CdrAnswer;
import dev.opensipsmcp.db.cdr.CdrFilter;
import dev.opensipsmcp.db.cdr.CdrPage;
import dev.opensipsmcp.db.cdr.CdrSearch;
import dev.opensipsmcp.db.cdr.CdrSource;
import dev.opensipsmcp.db.cdr.CdrSpan;
import dev.opensipsmcp.server.tool.ReadPorts;
import java.util.List;
import java.util.Optional;

/** The CDRs of a call, for tools of other sets. */
public final class CallCdrs {
  private CallCdrs() {}

  /**
   * {@return the CDRs of a Call-ID, as {@code cdr_search} shows them}
   *
   * @param ports the node
   * @param callId the Call-ID
   * @param limit how many at most, 1 to 500
   */
  public static DbResult<List<JsonObject>> of(ReadPorts ports, String callId, int limit) {
    CdrFilter filter =
        new CdrFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.of(callId),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    CdrSearch search =
        CdrSearch.first(
            CdrSource.ACC, new CdrSpan(Optional.empty(), Optional.empty()), filter, limit);
    return switch (ports.db().then((DbReads db) -> db.cdrs().search(search))) {
      case DbResult.Failure<CdrAnswer<CdrPage>>(DbError error) -> new DbResult.Failure<>(error);
      case DbResult.Success<CdrAnswer<CdrPage>>(CdrAnswer<CdrPage> answer) ->
          new DbResult.Success<>(answer.value().rows().stream().map(CdrJson::row).toList());
    };
  }
}

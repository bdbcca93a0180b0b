package dev.opensipsmcp.db.internal.cdr;

import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbError.Kind;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.cdr.AuditQuestion;
import dev.opensipsmcp.db.cdr.CdrAlarm;
import dev.opensipsmcp.db.cdr.CdrAnswer;
import dev.opensipsmcp.db.cdr.CdrFailure;
import dev.opensipsmcp.db.cdr.CdrFinding;
import dev.opensipsmcp.db.cdr.CdrGrouping;
import dev.opensipsmcp.db.cdr.CdrPage;
import dev.opensipsmcp.db.cdr.CdrReads;
import dev.opensipsmcp.db.cdr.CdrSearch;
import dev.opensipsmcp.db.cdr.CdrSource;
import dev.opensipsmcp.db.cdr.CdrSpan;
import dev.opensipsmcp.db.cdr.CdrSummary;
import dev.opensipsmcp.db.cdr.FailureQuestion;
import dev.opensipsmcp.db.cdr.FraudQuestion;
import dev.opensipsmcp.db.internal.sql.Pool;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The CDRs of one database.
 *
 * @param pool its connections
 */
public record CdrQueries(Pool pool) implements CdrReads {

  private interface Work<T> {
    DbResult<CdrAnswer<T>> on(Asking asking) throws SQLException;
  }

  @Override
  public DbResult<CdrAnswer<CdrPage>> search(CdrSearch search) {
    return ask(search.source(), asking -> Searching.search(asking, search));
  }

  @Override
  public DbResult<CdrAnswer<CdrSummary>> summary(CdrSource source, CdrSpan span, CdrGrouping by) {
    return ask(source, asking -> Summing.summary(asking, span, by));
  }

  @Override
  public DbResult<CdrAnswer<List<CdrFailure>>> failures(FailureQuestion question) {
    return ask(question.source(), asking -> Failing.failures(asking, question));
  }

  @Override
  public DbResult<CdrAnswer<List<CdrFinding>>> audit(AuditQuestion question) {
    return ask(question.source(), asking -> Auditing.audit(asking, question));
  }

  @Override
  public DbResult<CdrAnswer<List<CdrAlarm>>> fraud(FraudQuestion question) {
    return ask(question.source(), asking -> Alarming.alarms(asking, question));
  }

  private <T> DbResult<CdrAnswer<T>> ask(CdrSource source, Work<T> work) {
    Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<>());
    DbResult<CdrAnswer<T>> result =
        pool.read(session ->
            switch (CdrTables.find(session, source)) {
              case DbResult.Failure<CdrTable>(DbError error) -> new DbResult.Failure<>(error);
              case DbResult.Success<CdrTable>(CdrTable table) ->
                  work.on(new Asking(session, table, warnings));
            });
    return switch (result) {
      case DbResult.Failure<CdrAnswer<T>>(DbError error)
          when error.kind() == Kind.TIMEOUT && !warnings.isEmpty() ->
          new DbResult.Failure<>(
              new DbError(error.kind(), error.cause(), String.join(" ", warnings)));
      case DbResult.Failure<CdrAnswer<T>> failure -> failure;
      case DbResult.Success<CdrAnswer<T>> success -> success;
    };
  }
}

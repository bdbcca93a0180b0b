package dev.opensipsmcp.db.cdr;

import dev.opensipsmcp.db.DbResult;
import java.util.List;

/**
 * Call detail records, for one who reads them. All counting is the database's; every answer says
 * which index served it. Times are on the clock of the node that wrote the rows, without a zone.
 */
public interface CdrReads {

  /** {@return a page of CDRs} */
  DbResult<CdrAnswer<CdrPage>> search(CdrSearch search);

  /** {@return calls counted} */
  DbResult<CdrAnswer<CdrSummary>> summary(CdrSource source, CdrSpan span, CdrGrouping by);

  /** {@return failing destinations, those that surely fail most first} */
  DbResult<CdrAnswer<List<CdrFailure>>> failures(FailureQuestion question);

  /** {@return what is wrong with the CDRs; kinds without a case are left out} */
  DbResult<CdrAnswer<List<CdrFinding>>> audit(AuditQuestion question);

  /** {@return what there is suspiciously more of than before} */
  DbResult<CdrAnswer<List<CdrAlarm>>> fraud(FraudQuestion question);
}

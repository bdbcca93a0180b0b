package dev.opensipsmcp.db.schema;

import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import java.util.List;

/** The tables of a database, for one who may only look at them. */
public interface SchemaReads {

  /** {@return what the catalogue says} */
  DbResult<ActualSchema> actual();

  /** {@return which versions it is for; remembered for some seconds, so that every call may ask} */
  DbResult<Fit> fit();

  /** {@return the database held against a version} */
  DbResult<SchemaCheck> check(Version version);

  /** {@return the steps that make the database what it is to be} */
  DbResult<Plan> plan(Target target);

  /** {@return the steps that make these tables, to read; nothing is asked} */
  List<Step> creation(List<Table> tables);

  /** {@return what the user may do there, found out by asking only} */
  DbResult<Access> access();

  /** {@return how many rows each of these tables has, as long as the database has them} */
  DbResult<List<TableSize>> sizes(List<String> tables);
}

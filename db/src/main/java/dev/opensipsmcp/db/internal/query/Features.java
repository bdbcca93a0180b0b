package dev.opensipsmcp.db.internal.query;

import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.Distinct;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what hangs on nodes that are allowed. Nothing of it would reach the database, since the
 * statement is written anew; but a query that loses a part would answer another question.
 */
final class Features {
  private Features() {}

  static void none(Select node) {
    refuse(node, node.getForMode() != null || node.getForUpdateTable() != null, "FOR UPDATE");
    refuse(
        node, node.isNoWait() || node.isSkipLocked() || node.getWait() != null, "A way of locking");
    refuse(node, node.getForClause() != null, "FOR");
    refuse(node, node.getFetch() != null, "FETCH (write LIMIT)");
    refuse(node, node.getLimitBy() != null, "LIMIT BY");
    refuse(node, node.getIsolation() != null, "WITH an isolation level");
    refuse(node, node.isOracleSiblings(), "ORDER SIBLINGS BY");
    refuse(node, node.getPivot() != null || node.getUnPivot() != null, "PIVOT");
    if (node instanceof ParenthesedSelect inner) {
      refuse(node, inner.getSampleClause() != null, "SAMPLE");
    }
    if (node instanceof PlainSelect plain) {
      none(plain);
    }
  }

  private static void none(PlainSelect node) {
    refuse(node, node.getIntoTables() != null || node.getIntoTempTable() != null, "INTO");
    refuse(node, node.getLateralViews() != null, "LATERAL VIEW");
    refuse(node, node.isUsingFinal() || node.isUsingOnly() || node.isUseWithNoLog(), "FINAL, ONLY");
    refuse(node, node.getSampleClause() != null, "SAMPLE");
    refuse(node, node.getOptimizeFor() != null || node.getOracleHint() != null, "A hint");
    refuse(node, node.getTop() != null || node.getFirst() != null, "TOP (write LIMIT)");
    refuse(node, node.getSkip() != null, "SKIP (write OFFSET)");
    refuse(node, node.getMySqlHintStraightJoin(), "STRAIGHT_JOIN");
    refuse(node, node.getMySqlSqlCalcFoundRows(), "SQL_CALC_FOUND_ROWS");
    refuse(node, node.getMySqlSqlCacheFlag() != null, "SQL_CACHE");
    refuse(node, node.getBigQuerySelectQualifier() != null, "AS STRUCT");
    refuse(node, node.getQualify() != null, "QUALIFY");
    refuse(node, node.getOracleHierarchical() != null, "CONNECT BY");
    refuse(node, node.getPreferringClause() != null, "PREFERRING");
    refuse(node, node.getForXmlPath() != null, "FOR XML");
    refuse(node, node.getKsqlWindow() != null || node.isEmitChanges(), "A stream's window");
    refuse(node, node.getWindowDefinitions() != null, "WINDOW");
    Distinct distinct = node.getDistinct();
    refuse(
        node,
        distinct != null
            && (distinct.isUseUnique()
                || (distinct.getOnSelectItems() != null && !distinct.getOnSelectItems().isEmpty())),
        "DISTINCT ON");
  }

  static void none(Table node) {
    refuse(
        node,
        node.getNameParts().size() > 1
            || present(node.getSchemaName())
            || present(node.getDatabaseName()),
        "A table with its schema's name");
    refuse(node, node.getPivot() != null || node.getUnPivot() != null, "PIVOT");
    refuse(node, node.getIndexHint() != null || node.getSqlServerHints() != null, "A hint");
    refuse(node, node.getSampleClause() != null, "SAMPLE");
  }

  static void none(Join node) {
    refuse(node, node.isNatural(), "NATURAL JOIN, which may compare secrets (write ON),");
    refuse(node, node.isFull(), "FULL JOIN");
    refuse(node, node.isOuter() && !node.isLeft() && !node.isRight(), "OUTER alone");
    refuse(
        node,
        node.isApply()
            || node.isSemi()
            || node.isGlobal()
            || node.isStraight()
            || node.isWindowJoin()
            || node.getJoinHint() != null,
        "A join of this form");
  }

  static void none(Alias alias, Object node) {
    refuse(
        node,
        alias.getAliasColumns() != null && !alias.getAliasColumns().isEmpty(),
        "Names for columns behind a table's");
  }

  private static boolean present(@Nullable String part) {
    return part != null && !part.isEmpty();
  }

  private static void refuse(Object node, boolean present, String what) {
    if (present) {
      throw Refused.feature(node, what);
    }
  }
}

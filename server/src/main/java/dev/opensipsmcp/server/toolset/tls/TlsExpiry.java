package dev.opensipsmcp.server.toolset.tls;

import com.google.gson.JsonObject;
import dev.opensipsmcp.db.DbError;
import dev.opensipsmcp.db.DbReads;
import dev.opensipsmcp.db.DbResult;
import dev.opensipsmcp.db.Row;
import dev.opensipsmcp.db.Value;
import dev.opensipsmcp.db.row.Condition;
import dev.opensipsmcp.db.row.Select;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.Table;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code tls_check_expiry}: reads the certificates that are stored, not those of a
 * connection.
 *
 * @param clock the time that days are counted from
 */
record TlsExpiry(InstantSource clock) implements Work.Read {
  private static final String TABLE = "tls_mgm";
  private static final String DOMAIN = "domain";
  private static final int PAGE = 50;
  private static final int MOST = 500;
  private static final int DOMAINS = 10_000;

  static Tool tool(InstantSource clock) {
    return new Tool(
        "tls_check_expiry",
        TlsToolset.NAME,
        "When stored certificates end",
        new Description(
            "Check when the certificates stored in table tls_mgm expire, most urgent first.",
            "Use when asked what to renew, or whether a stored certificate and its key match.",
            Optional.of("Not for all columns of a TLS domain; use `tls_domain_get`."),
            Optional.empty(),
            "Returns a page of certificates, chains and authorities included; never a key."),
        new Demand(Scope.DB_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.optional(DOMAIN, Schema.text("TLS domain's name; all when absent").longest(64)),
            SharedParameters.limit(PAGE, MOST),
            SharedParameters.CURSOR,
            SharedParameters.FIELDS),
        Schema.list("Certificates", row()),
        Needs.database(TABLE),
        List.of(
            "Which stored TLS certificates expire soon?",
            "Check the expiry of the certificate of TLS domain example.com",
            "Do stored certificate and private key match?"),
        List.of("tls_check_all_expiry"),
        new TlsExpiry(clock));
  }

  private static Schema row() {
    return Schema.object(
        "Certificate",
        Schema.required(DOMAIN, Schema.text("TLS domain")),
        Schema.required("side", Schema.text("client or server")),
        Schema.required("part", Schema.text("certificate, chain or authority")),
        Schema.required(
            "status",
            Schema.text(
                "unreadable, expired, critical (under 7 days), warning (to 30), not_yet, ok")),
        Schema.optional("days_left", Schema.integer("Whole days; below 0 is past")),
        Schema.optional("not_before", Schema.text("Valid from")),
        Schema.optional("not_after", Schema.text("Valid until")),
        Schema.optional("subject", Schema.text("Whom it is for")),
        Schema.optional("names", Schema.texts("Alternative names")),
        Schema.optional("issuer", Schema.text("Who signed it")),
        Schema.optional("key_type", Schema.text("Kind and bits of its key")),
        Schema.optional(
            "key_matches", Schema.text("Stored private key: yes, no, no_key, unreadable")));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return switch (ports.db()) {
      case DbResult.Failure<DbReads>(DbError error) -> failure(error);
      case DbResult.Success<DbReads>(DbReads reads) ->
          switch (reads.rows().list(select(arguments))) {
            case DbResult.Failure<List<Row>>(DbError error) -> failure(error);
            case DbResult.Success<List<Row>>(List<Row> rows) -> checked(rows, arguments);
          };
    };
  }

  private static Outcome.Failure failure(DbError error) {
    return new Outcome.Failure(error.code(), error.cause(), error.nextStep(), error.mayHaveRun());
  }

  private static Select select(Arguments arguments) {
    // The table is alike in all versions.
    Table table = Facts.of(Version.V4_0).table(TABLE).orElseThrow();
    List<Condition> where = new ArrayList<>();
    arguments
        .maybeText(DOMAIN)
        .ifPresent(name ->
            where.add(new Condition.Equal(table.column(DOMAIN).orElseThrow(), Value.of(name))));
    return Select.first(table, where, DOMAINS);
  }

  private Outcome checked(List<Row> rows, Arguments arguments) {
    if (rows.isEmpty() && arguments.has(DOMAIN)) {
      return ToolError.TARGET_NOT_FOUND.failure(
          "No TLS domain of that name is stored.", "List them with tls_domain_list.");
    }
    List<JsonObject> all = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (Row row : rows) {
      String certificate = text(row, "certificate");
      if (certificate.isBlank()) {
        without.add(row.text(DOMAIN));
      }
      add(all, row, certificate, "certificate");
      add(all, row, text(row, "ca_list"), "authority");
    }
    all.sort(
        Comparator.<JsonObject>comparingLong(
                one -> one.has("days_left") ? one.get("days_left").getAsLong() : Long.MIN_VALUE)
            .thenComparing(one -> Json.text(one, DOMAIN)));
    List<String> warnings =
        without.isEmpty()
            ? List.of()
            : List.of(
                "No certificate is stored for "
                    + String.join(", ", without)
                    + "; a server there uses the module's default file.");
    return Paging.page(all, arguments, PAGE, warnings);
  }

  private void add(List<JsonObject> all, Row row, String text, String what) {
    List<X509Certificate> certificates = StoredCertificate.all(text);
    long wanted =
        Pem.all(text).stream().filter(block -> block.label().endsWith("CERTIFICATE")).count();
    for (int at = 0; at < certificates.size(); at++) {
      boolean leaf = what.equals("certificate") && at == 0;
      JsonObject one = head(row, leaf || !what.equals("certificate") ? what : "chain");
      StoredCertificate.row(certificates.get(at), clock.instant()).asMap().forEach(one::add);
      if (leaf) {
        one.addProperty(
            "key_matches",
            KeyMatch.of(text(row, "private_key"), certificates.get(at).getPublicKey()));
      }
      all.add(one);
    }
    if (certificates.size() < wanted || (wanted == 0 && !text.isBlank())) {
      JsonObject broken = head(row, what);
      broken.addProperty("status", "unreadable");
      all.add(broken);
    }
  }

  private static JsonObject head(Row row, String part) {
    JsonObject head = Json.object(DOMAIN, row.text(DOMAIN));
    head.addProperty("side", row.text("type").equals("2") ? "server" : "client");
    head.addProperty("part", part);
    return head;
  }

  private static String text(Row row, String column) {
    return row.value(column) instanceof Value.Bytes bytes
        ? new String(bytes.bytes(), StandardCharsets.ISO_8859_1)
        : row.text(column);
  }
}

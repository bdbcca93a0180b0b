package dev.opensipsmcp.server.toolset.diagnose.task;

import static dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.found;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.diagnose.engine.Cited;
import dev.opensipsmcp.server.toolset.diagnose.engine.Confidence;
import dev.opensipsmcp.server.toolset.diagnose.engine.Facts;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement;
import dev.opensipsmcp.server.toolset.diagnose.engine.Judgement.Finding;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Move;
import dev.opensipsmcp.server.toolset.diagnose.engine.Question;
import dev.opensipsmcp.server.toolset.diagnose.engine.Quote;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import java.util.List;

/** TLS that does not work, or a certificate that ends. */
final class TlsTrouble {
  private static final String CERTIFICATES = "certificates";
  private static final String DOMAINS = "domains";

  static final Task TASK =
      new Task(
          "tls",
          "TLS does not work, or a certificate ends",
          List.of(
              "TLS does not work",
              "certificate expires, certificate has expired",
              "TLS handshake fails",
              "WebRTC client can't connect over WSS, certificate error",
              "unknown ca, peer certificate not verified",
              "which certificates end soon",
              "secure connections stopped working",
              "clients can't connect over port 5061",
              "phones reject our certificate",
              "encrypted calls are broken",
              "SSL error",
              "certificate ended last night, encryption fails"),
          List.of(
              Look.tool(
                  CERTIFICATES,
                  "certificates of the TLS domains in the table",
                  "tls_check_expiry",
                  "limit",
                  200),
              Look.tool(DOMAINS, "TLS domains in use", "tls_list_domains", "limit", 200),
              Looks.lint("R07", "R08", "S34", "S35", "S36", "S37"),
              Looks.log()),
          List.of(
              new Rule(
                  "certificate that has ended, ends soon, or does not fit its key",
                  TlsTrouble::certificates),
              new Rule("protocol versions that peers refuse", TlsTrouble::methods),
              Audit.rule(
                  "TLS without its modules, old protocols, checks left out", Confidence.LIKELY)),
          List.of(
              Move.of("tls_list_connections", "Whether anybody is connected", "limit", 20),
              Move.of("tls_get_statistics", "Connections and what waits")));

  private TlsTrouble() {}

  private static List<Judgement> certificates(Facts facts, Question question) {
    return Each.row(
        facts,
        CERTIFICATES,
        row -> !Json.text(row, "status").equals("ok") || Json.text(row, "key_matches").equals("no"),
        TlsTrouble::certificate,
        "All " + facts.rows(CERTIFICATES).size() + " certificates are valid for 30 days or more.");
  }

  private static Finding certificate(JsonObject row) {
    String status = Json.text(row, "status");
    long days = Json.number(row, "days_left", 0);
    String what = "The " + part(row) + " of TLS domain " + Quote.of(Json.text(row, "domain"));
    boolean misfit = Json.text(row, "key_matches").equals("no");
    String statement =
        misfit
            ? what + " does not belong to its private key: no handshake can succeed."
            : switch (status) {
              case "expired" -> what + " ended " + -days + " days ago: peers refuse it.";
              case "not_yet" -> what + " is not valid yet: peers refuse it.";
              case "critical", "warning" -> what + " ends in " + days + " days.";
              default -> what + " can't be read.";
            };
    return found(
            misfit || status.equals("expired") || status.equals("not_yet")
                ? Confidence.CERTAIN
                : Confidence.LIKELY,
            statement,
            Cited.text(CERTIFICATES, "domain", Json.text(row, "domain")),
            Cited.text(CERTIFICATES, "status", status),
            Cited.text(CERTIFICATES, "valid until", Json.text(row, "not_after")),
            Cited.text(CERTIFICATES, "subject", Json.text(row, "subject")))
        .next(
            Move.of(
                "tls_check_expiry",
                "All of that domain's certificates",
                "domain",
                Quote.shortened(Json.text(row, "domain"), 60)));
  }

  private static String part(JsonObject row) {
    return switch (Json.text(row, "part")) {
      case "chain" -> "chain";
      case "authority" -> "authority";
      default -> "certificate";
    };
  }

  private static List<Judgement> methods(Facts facts, Question question) {
    return Each.row(
        facts,
        DOMAINS,
        row -> List.of("SSLv23", "TLSv1", "TLSv1_1").contains(Json.text(row, "method")),
        row ->
            found(
                Confidence.POSSIBLE,
                "TLS domain "
                    + Quote.of(Json.text(row, "domain"))
                    + " is bound to an old protocol version, which many peers refuse.",
                Cited.text(DOMAINS, "domain", Json.text(row, "domain")),
                Cited.text(DOMAINS, "method", Json.text(row, "method"))),
        "No TLS domain is bound to an old protocol version.");
  }
}

package dev.opensipsmcp.server.toolset.tls;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The tool {@code tls_check_pem}.
 *
 * @param clock the time that days are counted from
 */
record TlsCheckPem(InstantSource clock) implements Work.Read {
  static final Schema.Property ASKED =
      Schema.optional("name", Schema.text("Name or address that it should be for").longest(253));

  static Tool tool(InstantSource clock) {
    return new Tool(
        "tls_check_pem",
        TlsToolset.NAME,
        "Check certificates given as text",
        new Description(
            "Check a certificate or chain in PEM: dates, names, order, strength.",
            "Use when a certificate is about to be installed, or peers refuse it.",
            Optional.of("Not for what a server really sends; use `tls_check_handshake`."),
            Optional.empty(),
            "Returns the certificates in order, and what is wrong with them. Give no key."),
        new Demand(Scope.HEALTH_READ, Risk.READ),
        true,
        Schema.arguments(
            Schema.required("pem", Schema.text("Certificates, the server's first").longest(32_768)),
            ASKED),
        Schema.object("Chain", ChainCheck.certificates(), ChainCheck.findings()),
        Needs.NOTHING,
        List.of(
            "Is this PEM chain complete and in order?",
            "When does this certificate expire, and which names has it?",
            "Check this fullchain.pem for sip.example.com"),
        List.of(),
        new TlsCheckPem(clock));
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    String text = arguments.text("pem");
    List<Pem> blocks = Pem.all(text);
    if (text.contains("PRIVATE KEY-----")) {
      return ToolError.ARGUMENTS_WRONG.failure(
          "The text holds a private key, which no tool needs to see.",
          "Give the certificates alone, and take the key for disclosed.");
    }
    List<X509Certificate> chain = StoredCertificate.all(text);
    long wanted = blocks.stream().filter(block -> block.label().endsWith("CERTIFICATE")).count();
    if (chain.isEmpty() || chain.size() < wanted) {
      return ToolError.ARGUMENTS_WRONG.failure(
          chain.size() + " of " + wanted + " certificates in the text can be read.",
          "Give them whole, each between its BEGIN and END lines.");
    }
    JsonObject json = new JsonObject();
    new ChainCheck(chain, arguments.maybeText("name"), clock.instant()).addTo(json);
    return new Outcome.Value(json);
  }
}

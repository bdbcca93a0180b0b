package dev.opensipsmcp.server.toolset.tls;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.toolset.common.Json;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks over a chain as a TLS server sends it: its own certificate first, then who signed the one
 * before (RFC 8446, section 4.4.2).
 *
 * @param chain the certificates in that order
 * @param name the name or address that the first should be for, if one is asked
 * @param now the time
 */
record ChainCheck(List<X509Certificate> chain, Optional<String> name, Instant now) {
  ChainCheck {
    chain = List.copyOf(chain);
  }

  static Schema.Property certificates() {
    return Schema.required(
        "certificates",
        Schema.list(
            "The chain as it came",
            Schema.object(
                "Certificate",
                Schema.required("status", Schema.text("expired, critical, warning, not_yet, ok")),
                Schema.required("days_left", Schema.integer("Whole days; below 0 is past")),
                Schema.required("not_before", Schema.text("Valid from")),
                Schema.required("not_after", Schema.text("Valid until")),
                Schema.required("subject", Schema.text("Whom it is for")),
                Schema.required("names", Schema.texts("Alternative names")),
                Schema.required("issuer", Schema.text("Who signed it")),
                Schema.required("key_type", Schema.text("Kind and bits of its key")),
                Schema.required("signature", Schema.text("How it is signed")),
                Schema.required("self_signed", Schema.flag("Whether by itself")))));
  }

  static Schema.Property findings() {
    return Schema.required(
        "findings",
        Schema.list(
            "What is wrong; none is good",
            Schema.object(
                "Finding",
                Schema.required("code", Schema.text("Stable name")),
                Schema.required("says", Schema.text("What it means")))));
  }

  /** Puts the certificates and what is wrong with them into a result. */
  void addTo(JsonObject json) {
    List<JsonObject> rows = new ArrayList<>();
    for (X509Certificate one : chain) {
      JsonObject row = StoredCertificate.row(one, now);
      row.addProperty("signature", one.getSigAlgName());
      row.addProperty("self_signed", signed(one, one));
      rows.add(row);
    }
    json.add("certificates", Json.list(rows));
    List<JsonObject> found = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      dates(found, at, Json.text(rows.get(at), "status"));
      strength(found, at, chain.get(at));
    }
    order(found);
    name.ifPresent(asked -> names(found, asked));
    json.add("findings", Json.list(found));
  }

  static JsonObject finding(String code, String says) {
    JsonObject finding = Json.object("code", code);
    finding.addProperty("says", says);
    return finding;
  }

  private static String which(int at) {
    return at == 0 ? "The server's certificate" : "Certificate " + (at + 1);
  }

  private static void dates(List<JsonObject> found, int at, String status) {
    switch (status) {
      case "expired" -> found.add(finding("expired", which(at) + " is no longer valid."));
      case "not_yet" -> found.add(finding("not_yet_valid", which(at) + " is not valid yet."));
      case "critical", "warning" ->
          found.add(finding("expires_soon", which(at) + " ends within 30 days."));
      default -> {
        // It is valid for long enough.
      }
    }
  }

  private static void strength(List<JsonObject> found, int at, X509Certificate one) {
    String signature = one.getSigAlgName().toUpperCase(Locale.ROOT);
    boolean weak = signature.startsWith("MD") || signature.startsWith("SHA1");
    // Nobody relies on what a root says of itself.
    if (weak && (at == 0 || !signed(one, one))) {
      found.add(finding("weak_signature", which(at) + " is signed with " + one.getSigAlgName()));
    }
    int bits =
        switch (one.getPublicKey()) {
          case RSAPublicKey rsa -> rsa.getModulus().bitLength();
          case ECPublicKey curve -> curve.getParams().getOrder().bitLength() * 8;
          default -> Integer.MAX_VALUE;
        };
    if (bits < 2_040) {
      found.add(finding("weak_key", which(at) + " has a key that is too short."));
    }
  }

  private void order(List<JsonObject> found) {
    boolean alone = signed(chain.getFirst(), chain.getFirst());
    if (alone) {
      found.add(
          finding(
              "self_signed",
              "The server's certificate is signed by itself; only peers that"
                  + " were given it trust it."));
    }
    for (int at = 0; at + 1 < chain.size(); at++) {
      X509Certificate one = chain.get(at);
      X509Certificate next = chain.get(at + 1);
      if (signed(one, next)) {
        if (next.getBasicConstraints() < 0) {
          found.add(finding("not_an_authority", which(at + 1) + " may not sign others."));
        }
      } else if (chain.stream().anyMatch(other -> !other.equals(one) && signed(one, other))) {
        found.add(
            finding("order_wrong", which(at + 1) + " did not sign the one before; another did."));
      } else {
        found.add(finding("not_of_this_chain", which(at + 1) + " did not sign the one before it."));
      }
    }
    X509Certificate last = chain.getLast();
    if (chain.size() > 1 && signed(last, last)) {
      found.add(
          finding("root_included", "The chain ends with its root, which peers must have anyway."));
    }
    if (chain.size() == 1 && !alone) {
      found.add(
          finding(
              "no_intermediate",
              "Only one certificate: complete only if a root itself signed it, which is rare."));
    }
  }

  private static boolean signed(X509Certificate one, X509Certificate by) {
    if (!one.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
      return false;
    }
    try {
      one.verify(by.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private void names(List<JsonObject> found, String asked) {
    JsonObject row = StoredCertificate.row(chain.getFirst(), now);
    List<String> names = new ArrayList<>();
    row.getAsJsonArray("names").forEach(one -> names.add(one.getAsString()));
    if (names.isEmpty()) {
      found.add(
          finding("no_names", "It has no alternative names, so peers find no name to trust."));
    } else if (names.stream().noneMatch(one -> covers(one, asked))) {
      found.add(finding("wrong_name", "It is for other names than " + asked + "."));
    }
  }

  /** A star stands for one label, the first (RFC 9525, section 6.3); SIP allows none (RFC 5922). */
  private static boolean covers(String certified, String asked) {
    String one = bare(certified);
    String wanted = bare(asked);
    int dot = wanted.indexOf('.');
    return one.equals(wanted)
        || (one.startsWith("*.") && dot > 0 && one.substring(1).equals(wanted.substring(dot)));
  }

  private static String bare(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String host = lower.startsWith("sip:") ? lower.substring("sip:".length()) : lower;
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}

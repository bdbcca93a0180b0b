package dev.opensipsmcp.server.toolset.sip;

import static dev.opensipsmcp.server.tool.Schema.list;
import static dev.opensipsmcp.server.tool.Schema.map;
import static dev.opensipsmcp.server.tool.Schema.object;
import static dev.opensipsmcp.server.tool.Schema.optional;
import static dev.opensipsmcp.server.tool.Schema.required;
import static dev.opensipsmcp.server.tool.Schema.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.ReadTools;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.identity.Identity;
import dev.opensipsmcp.sip.identity.IdentityReader;
import dev.opensipsmcp.sip.identity.IdentityRules;
import dev.opensipsmcp.sip.identity.Passport;
import dev.opensipsmcp.sip.identity.SignatureCheck;
import dev.opensipsmcp.sip.message.SipMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes signed caller identity. */
final class IdentityTool {
  private static final int MOST = 5;
  private static final int LONGEST_PEM = 60_000;

  private IdentityTool() {}

  static Tool tool(InstantSource clock) {
    return SipToolset.READS.tool(
        "sip_decode_identity",
        "Signed caller identity (STIR)",
        ReadTools.says(
            "Decode Identity headers (STIR/SHAKEN): claims, attestation, age, numbers, signature.",
            "Use when a call was refused with 428, 436, 437 or 438, or is labelled as spam.",
            "Not for other headers; use `sip_parse_message`.",
            "Returns each token's claims and what does not fit. Nothing is fetched: the signature is"
                + " checked with the certificates given."),
        Schema.arguments(
            optional("message", text("Whole message with Identity").longest(GivenMessage.LONGEST)),
            optional("identity", text("Or the header's value alone").longest(20_000)),
            optional(
                "certificates",
                text("PEM from x5u: the signer's first, then its issuers").longest(LONGEST_PEM)),
            optional("trust_anchors", text("PEM of trusted roots").longest(LONGEST_PEM)),
            optional(
                "received_at",
                text("When it came, ISO 8601 or Unix ms; else now")
                    .longest(40)
                    .examples("2026-11-20T08:00:00Z"))),
        object(
            "Identities",
            required("received_at", text("The time compared with")),
            required("identities", list("One per header", map("claims, problems, signature")))),
        List.of(
            "Decode this Identity header",
            "Which attestation does this call have?",
            "Is the STIR/SHAKEN signature of this INVITE valid?"),
        (arguments, _) -> run(arguments, clock));
  }

  private static Outcome run(Arguments arguments, InstantSource clock) {
    Optional<Instant> received =
        arguments.has("received_at")
            ? MessageTime.parse(arguments.text("received_at"))
            : Optional.of(clock.instant());
    if (received.isEmpty()) {
      return ToolError.TIME_INVALID.failure(
          "received_at is no time.", "Write it as 2026-11-20T08:00:00Z, or as Unix milliseconds.");
    }
    Optional<SipMessage> message = Optional.empty();
    if (arguments.has("message")) {
      switch (GivenMessage.read(arguments, "message")) {
        case GivenMessage.Read.Bad(Outcome.Failure failure) -> {
          return failure;
        }
        case GivenMessage.Read.Good(GivenMessage given) -> message = Optional.of(given.message());
      }
    }
    List<String> values =
        arguments
            .maybeText("identity")
            .map(IdentityTool::withoutName)
            .map(List::of)
            .orElse(message.map(it -> it.headers("Identity")).orElse(List.of()));
    if (values.isEmpty()) {
      return ToolError.ARGUMENTS_INCOMPLETE.failure(
          "There is no Identity header in what was given.",
          "Give a message that has one, or the header's value as identity.");
    }
    JsonArray identities = new JsonArray();
    for (String value : values.subList(0, Math.min(values.size(), MOST))) {
      identities.add(identity(value, message, received.get(), arguments));
    }
    JsonObject json = new JsonObject();
    json.addProperty("received_at", received.get().toString());
    json.add("identities", identities);
    return new Outcome.Value(json, List.of(GivenMessage.UNTRUSTED));
  }

  private static String withoutName(String value) {
    return value.strip().regionMatches(true, 0, "Identity:", 0, 9)
        ? value.strip().substring(9)
        : value;
  }

  private static JsonObject identity(
      String value, Optional<SipMessage> message, Instant received, Arguments arguments) {
    Identity identity = IdentityReader.read(value);
    JsonObject json = new JsonObject();
    json.addProperty("info", SipJson.cut(identity.info()));
    Json.addText(json, "ppt", SipJson.cut(identity.extension()));
    identity.passport().ifPresent(passport -> json.add("claims", claims(passport, received)));
    List<String> problems = new ArrayList<>(IdentityRules.of(identity, message, received));
    if (arguments.has("certificates")) {
      SignatureCheck.Result result =
          SignatureCheck.of(
              identity,
              arguments.text("certificates"),
              arguments.maybeText("trust_anchors").orElse(""),
              received);
      json.add("signature", signature(result));
      problems.addAll(result.problems());
    }
    json.addProperty("verified", verified(json));
    json.add("problems", Json.texts(problems));
    return json;
  }

  /** What was not checked is said to be unknown, never to be good. */
  private static String verified(JsonObject json) {
    if (!json.has("signature")) {
      return "unknown: no certificate was given";
    }
    JsonObject signature = json.getAsJsonObject("signature");
    if (!signature.get("good").getAsBoolean()) {
      return "no: the signature is wrong or could not be checked";
    }
    return signature.has("trusted")
        ? signature.get("trusted").getAsBoolean()
            ? "yes: the signature is good and its certificates are trusted"
            : "no: the certificates are not trusted"
        : "signature good; whether the certificates are to be trusted is unknown";
  }

  private static JsonObject claims(Passport passport, Instant received) {
    JsonObject json = new JsonObject();
    json.addProperty("alg", SipJson.cut(passport.algorithm()));
    json.addProperty("ppt", SipJson.cut(passport.extension()));
    json.addProperty("x5u", SipJson.cut(passport.certificateUrl()));
    json.addProperty("orig", SipJson.cut(passport.origin()));
    json.add("dest", Json.texts(passport.destinations().stream().map(SipJson::cut).toList()));
    passport
        .attestation()
        .ifPresent(attestation -> {
          json.addProperty("attest", attestation.name());
          json.addProperty("attest_means", attestation.meaning());
        });
    passport
        .issued()
        .ifPresent(issued -> {
          json.addProperty("iat", issued.toString());
          json.addProperty("age_s", received.getEpochSecond() - issued.getEpochSecond());
        });
    Json.addText(json, "origid", SipJson.cut(passport.originId()));
    Json.addText(json, "div", SipJson.cut(passport.diverted()));
    json.add("names", Json.texts(passport.claims().stream().map(SipJson::cut).toList()));
    return json;
  }

  private static JsonObject signature(SignatureCheck.Result result) {
    JsonObject json = new JsonObject();
    json.addProperty("good", result.signature());
    result.chain().ifPresent(trusted -> json.addProperty("trusted", trusted));
    json.addProperty("subject", SipJson.cut(result.subject()));
    json.addProperty("issuer", SipJson.cut(result.issuer()));
    result.from().ifPresent(time -> json.addProperty("valid_from", time.toString()));
    result.until().ifPresent(time -> json.addProperty("valid_until", time.toString()));
    json.addProperty("tn_auth_list", result.numbers());
    return json;
  }
}

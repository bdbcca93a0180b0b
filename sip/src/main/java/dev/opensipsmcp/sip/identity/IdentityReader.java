package dev.opensipsmcp.sip.identity;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.sip.message.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decodes Identity headers. Nothing is fetched, and nothing is believed. */
public final class IdentityReader {
  private static final int LONGEST = 16_384;
  private static final int MOST = 100;

  private final List<String> problems = new ArrayList<>();

  private IdentityReader() {}

  /** {@return what the value of an Identity header holds, damaged or not} */
  public static Identity read(String value) {
    return new IdentityReader().run(value.strip());
  }

  private Identity run(String value) {
    int end = value.indexOf(';');
    String token = (end < 0 ? value : value.substring(0, end)).strip();
    Map<String, String> parameters =
        end < 0 ? Map.of() : HeaderValues.parameters(value.substring(end));
    String info = parameters.getOrDefault("info", "");
    if (info.startsWith("<") && info.endsWith(">")) {
      info = info.substring(1, info.length() - 1);
    }
    if (info.isEmpty()) {
      problems.add("The parameter info, which says where the certificate is, is missing.");
    }
    Identity identity =
        new Identity(
            passport(token),
            info,
            parameters.getOrDefault("alg", ""),
            parameters.getOrDefault("ppt", ""),
            token,
            problems);
    return identity;
  }

  private Optional<Passport> passport(String token) {
    String[] parts = token.split("\\.", 4);
    if (token.length() > LONGEST || parts.length != 3) {
      problems.add("The token is not three parts with dots between.");
      return Optional.empty();
    }
    if (parts[0].isEmpty() && parts[1].isEmpty()) {
      problems.add("The token is in the compact form: its claims are those of the message.");
      return Optional.empty();
    }
    Optional<JsonObject> header = json(parts[0], "header");
    Optional<JsonObject> claims = json(parts[1], "claims");
    if (header.isEmpty() || claims.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(read(header.get(), claims.get()));
  }

  private Optional<JsonObject> json(String part, String what) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
      if (JsonParser.parseString(text) instanceof JsonObject object) {
        return Optional.of(object);
      }
    } catch (IllegalArgumentException | JsonParseException _) {
      // Told below: the reason is of no use to anybody.
    }
    problems.add("The token's " + what + " can't be decoded.");
    return Optional.empty();
  }

  private Passport read(JsonObject header, JsonObject claims) {
    String extension = text(header, "ppt");
    if (!text(header, "typ").equals("passport")) {
      problems.add("The token's typ is not passport.");
    }
    if (!text(header, "alg").equals("ES256")) {
      problems.add("The token's alg is not ES256, the only one that SHAKEN allows.");
    }
    if (!text(header, "x5u").startsWith("https://")) {
      problems.add("The token's x5u is no https address of a certificate.");
    }
    List<String> destinations = several(claims.get("dest"));
    List<String> origins = several(claims.get("orig"));
    Optional<Instant> issued = time(claims.get("iat"));
    if (issued.isEmpty()) {
      problems.add("The claim iat is missing or no time.");
    }
    if (origins.size() != 1) {
      problems.add("The claim orig does not hold exactly one number or URI.");
    }
    if (destinations.isEmpty()) {
      problems.add("The claim dest holds no number or URI.");
    }
    if (extension.equals("shaken") && Attestation.of(text(claims, "attest")).isEmpty()) {
      problems.add("The claim attest is not A, B or C.");
    }
    if (extension.equals("shaken") && text(claims, "origid").isEmpty()) {
      problems.add("The claim origid is missing.");
    }
    List<String> diverted = several(claims.get("div"));
    return new Passport(
        text(header, "alg"),
        extension,
        text(header, "x5u"),
        issued,
        origins.isEmpty() ? "" : origins.getFirst(),
        destinations,
        Attestation.of(text(claims, "attest")),
        text(claims, "origid"),
        diverted.isEmpty() ? "" : diverted.getFirst(),
        claims.keySet().stream().limit(MOST).toList());
  }

  private static String text(JsonObject json, String name) {
    return json.get(name) instanceof JsonPrimitive value && value.isString()
        ? value.getAsString()
        : "";
  }

  private static Optional<Instant> time(@org.jspecify.annotations.Nullable JsonElement value) {
    if (value instanceof JsonPrimitive number && number.isNumber()) {
      long seconds = HeaderValues.number(number.getAsString());
      if (seconds >= 0 && seconds < 1L << 40) {
        return Optional.of(Instant.ofEpochSecond(seconds));
      }
    }
    return Optional.empty();
  }

  /** {@return numbers and URIs, each claim holding one or a list of them} */
  private static List<String> several(@org.jspecify.annotations.Nullable JsonElement claim) {
    List<String> all = new ArrayList<>();
    if (claim instanceof JsonObject object) {
      for (String kind : new String[] {"tn", "uri"}) {
        JsonElement value = object.get(kind);
        if (value instanceof JsonArray array) {
          for (JsonElement one : array) {
            if (one instanceof JsonPrimitive text && all.size() < MOST) {
              all.add(text.getAsString());
            }
          }
        } else if (value instanceof JsonPrimitive text) {
          all.add(text.getAsString());
        }
      }
    }
    return all;
  }
}

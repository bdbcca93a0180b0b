package dev.opensipsmcp.sip.internal.homer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.sip.trace.TraceError.Kind;
import dev.opensipsmcp.sip.trace.Watch;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which fields a Homer 7 server may be asked about, by profile. Old releases put any name into
 * their SQL, so that none is sent that the server's own mapping does not have.
 */
final class V3Mapping {
  /** The profiles of SIP, those with calls first. */
  private static final Set<String> SIP = Set.of("call", "registration", "default");

  private static final Pattern NAME =
      Pattern.compile("sid|raw|(data_header|protocol_header)\\.[A-Za-z_][A-Za-z0-9_]{0,63}");
  private static final Set<String> USUAL =
      Set.of(
          "sid",
          "data_header.method",
          "data_header.from_user",
          "data_header.to_user",
          "data_header.ruri_user",
          "data_header.cseq",
          "protocol_header.srcIp",
          "protocol_header.dstIp",
          "protocol_header.correlation_id");

  private final HomerLink link;
  private Optional<Map<String, Set<String>>> known = Optional.empty();

  V3Mapping(HomerLink link) {
    this.link = link;
  }

  /** {@return the fields of each SIP profile, for example of {@code 1_call}; asked for once} */
  synchronized Map<String, Set<String>> profiles(Watch watch, Notes notes) throws HomerFailure {
    if (known.isPresent()) {
      return known.get();
    }
    try {
      Map<String, Set<String>> read = read(link.get("/mapping/protocol", watch));
      if (!read.isEmpty()) {
        known = Optional.of(read);
        return read;
      }
    } catch (HomerFailure e) {
      if (e.error().kind() != Kind.REFUSED) {
        throw e;
      }
    }
    notes.add("Homer did not tell which fields it has; the usual ones were asked for.");
    return ordered(Map.of("1_call", USUAL, "1_registration", USUAL, "1_default", USUAL));
  }

  private static Map<String, Set<String>> read(JsonObject answer) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (JsonObject mapping : Json.objects(answer.get("data"))) {
      String profile = Json.text(mapping, "profile");
      if (Json.whole(mapping, 0, "hepid") == 1 && SIP.contains(profile)) {
        Set<String> fields = new HashSet<>(Set.of("sid"));
        for (JsonObject field : Json.objects(list(mapping.get("fields_mapping")))) {
          String id = Json.text(field, "id");
          if (NAME.matcher(id).matches()) {
            fields.add(id);
          }
        }
        found.put("1_" + profile, fields);
      }
    }
    return ordered(found);
  }

  /** Some releases give the list itself, some its text. */
  private static JsonElement list(JsonElement fields) {
    if (fields instanceof JsonPrimitive text && text.isString()) {
      try {
        return JsonParser.parseString(text.getAsString());
      } catch (JsonParseException _) {
        return new JsonArray();
      }
    }
    return fields == null ? new JsonArray() : fields;
  }

  private static Map<String, Set<String>> ordered(Map<String, Set<String>> profiles) {
    Map<String, Set<String>> ordered = new LinkedHashMap<>();
    for (String name : new String[] {"1_call", "1_registration", "1_default"}) {
      if (profiles.containsKey(name)) {
        ordered.put(name, profiles.getOrDefault(name, Set.of()));
      }
    }
    return ordered;
  }
}

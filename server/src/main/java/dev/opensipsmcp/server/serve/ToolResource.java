package dev.opensipsmcp.server.serve;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.toolset.evidence.PcapLink;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resource, or a template of resources, that a call of a tool reads.
 *
 * @param uri its URI, with {@code {variable}} for one part of a path and {@code {+variable}} for
 *     the rest of it
 * @param name its name
 * @param title its title
 * @param description what it is
 * @param tool the tool that reads it
 * @param toolset the tool's toolset
 * @param scope the right that the tool needs
 * @param arguments the tool's arguments, texts with variables
 * @param pages whether {@code ?from_line=N} continues it
 */
record ToolResource(
    String uri,
    String name,
    String title,
    String description,
    String tool,
    String toolset,
    Scope scope,
    Map<String, String> arguments,
    boolean pages) {
  static final String PCAP = PcapLink.MIME_TYPE;

  static final String MARKDOWN = "text/markdown";
  private static final String JSON = "application/json";
  private static final String GUIDES = ResourceBook.SCHEME + "guides/";
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\+?)([a-z_]+)\\}");
  private static final Pattern FROM_LINE = Pattern.compile("\\?from_line=([0-9]{1,9})$");
  private static final String FROM = "from_line";
  private static final int LONGEST = 2_000;

  ToolResource {
    arguments = Map.copyOf(arguments);
  }

  /** {@return whether it stands for many resources} */
  boolean isTemplate() {
    return uri.indexOf('{') >= 0;
  }

  /** {@return the media type of what is read} */
  String mimeType() {
    if (uri.startsWith(PcapLink.FILES) || uri.startsWith(PcapLink.CALLS)) {
      return PCAP;
    }
    return uri.startsWith(GUIDES) ? MARKDOWN : JSON;
  }

  /** {@return the URI as clients see it} */
  String shownUri() {
    return isTemplate() && pages ? uri + "{?" + FROM + "}" : uri;
  }

  /** {@return the arguments of the call that reads a URI; nothing when it is none of these} */
  Optional<JsonObject> call(String wanted) {
    if (wanted.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher page = FROM_LINE.matcher(wanted);
    boolean paged = pages && page.find();
    Optional<Map<String, String>> values =
        values(paged ? wanted.substring(0, page.start()) : wanted);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    JsonObject call = new JsonObject();
    arguments.forEach((argument, text) -> call.addProperty(argument, filled(text, values.get())));
    if (paged) {
      call.addProperty(FROM, Integer.parseInt(page.group(1)));
    }
    return Optional.of(call);
  }

  private Optional<Map<String, String>> values(String wanted) {
    List<String> names = new ArrayList<>();
    StringBuilder pattern = new StringBuilder();
    Matcher variable = VARIABLE.matcher(uri);
    int at = 0;
    while (variable.find()) {
      pattern.append(Pattern.quote(uri.substring(at, variable.start())));
      pattern.append(variable.group(1).isEmpty() ? "([^/?]+)" : "(.+)");
      names.add(variable.group(2));
      at = variable.end();
    }
    pattern.append(Pattern.quote(uri.substring(at)));
    Matcher fits = Pattern.compile(pattern.toString()).matcher(wanted);
    if (!fits.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      try {
        values.put(names.get(i), decoded(fits.group(i + 1)));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** In a URI's path a plus is a plus. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String filled(String text, Map<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(2), "")));
  }
}

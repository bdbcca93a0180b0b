package dev.opensipsmcp.server.toolset.lookout;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.lint.Surroundings.NodeSocket;
import dev.opensipsmcp.server.toolset.common.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the list of a node's processes tells. The roles are alike in 3.4 to 4.0: a receiver of
 * datagrams names its socket, the HTTP server its address; for TCP and what runs over it there are
 * processes, which name none.
 *
 * @param sockets where it receives datagrams
 * @param streams whether there is a process for TCP
 * @param http where its HTTP server listens
 * @param first the number of the first process; -1 when it is not told
 */
record NodeProcesses(List<NodeSocket> sockets, boolean streams, List<String> http, long first) {
  private static final Pattern RECEIVER =
      Pattern.compile("SIP receiver ([a-z_]+):(\\[?[0-9A-Za-z.:%-]+\\]?):([0-9]{1,5})");
  private static final String HTTP = "HTTPD ";
  private static final String STREAMS = "TCP main";
  private static final String FIRST = "attendant";

  static NodeProcesses of(JsonArray processes) {
    Set<NodeSocket> sockets = new LinkedHashSet<>();
    List<String> http = new ArrayList<>();
    boolean streams = false;
    long first = -1;
    for (JsonElement element : processes) {
      JsonObject process = Json.asObject(element);
      String role = Json.text(process, "Type");
      socket(role).ifPresent(sockets::add);
      if (role.startsWith(HTTP)) {
        http.add(role.substring(HTTP.length()));
      }
      streams |= role.equals(STREAMS);
      if (role.equals(FIRST)) {
        first = Json.number(process, "PID", -1);
      }
    }
    return new NodeProcesses(List.copyOf(sockets), streams, List.copyOf(http), first);
  }

  private static Optional<NodeSocket> socket(String role) {
    Matcher receiver = RECEIVER.matcher(role);
    return receiver.matches()
        ? Optional.of(
            new NodeSocket(
                receiver.group(1).toLowerCase(Locale.ROOT),
                receiver.group(2).replace("[", "").replace("]", ""),
                Integer.parseInt(receiver.group(3))))
        : Optional.empty();
  }
}

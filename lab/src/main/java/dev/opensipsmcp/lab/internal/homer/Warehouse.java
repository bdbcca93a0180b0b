package dev.opensipsmcp.lab.internal.homer;

import com.google.gson.JsonObject;
import dev.opensipsmcp.lab.homer.HomerLabSettings;
import dev.opensipsmcp.lab.homer.HomerPacket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What a Homer server keeps: packets, aliases, tokens. */
public final class Warehouse {
  private final HomerLabSettings settings;
  private final List<Row> rows = new CopyOnWriteArrayList<>();
  private final Map<String, String> aliases = new ConcurrentHashMap<>();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();

  /** An empty one. */
  public Warehouse(HomerLabSettings settings) {
    this.settings = settings;
  }

  HomerLabSettings settings() {
    return settings;
  }

  /** Keeps a packet. */
  public void keep(HomerPacket packet) {
    rows.add(new Row(numbers.incrementAndGet(), packet));
  }

  /** Names an address; port 0 stands for all. */
  public void alias(String address, int port, String name) {
    aliases.put(address + ':' + port, name);
  }

  /** Forgets all tokens. */
  public void forgetTokens() {
    tokens.clear();
  }

  List<Row> rows() {
    return rows;
  }

  Map<String, String> aliases() {
    return aliases;
  }

  String aliasOf(String endpoint) {
    String name = aliases.get(Row.host(endpoint) + ':' + Row.port(endpoint));
    name = name == null ? aliases.get(Row.host(endpoint) + ":0") : name;
    return name == null ? endpoint : name;
  }

  /** {@return a new token, when the credentials are right} */
  Optional<String> login(JsonObject body) {
    if (!text(body, "username").equals(settings.user())
        || !text(body, "password").equals(settings.password())) {
      return Optional.empty();
    }
    String token = "eyJhbGciOiJIUzI1NiJ9.lab." + numbers.incrementAndGet();
    tokens.add(token);
    return Optional.of(token);
  }

  boolean knows(String token) {
    return tokens.contains(token);
  }

  static String text(JsonObject json, String name) {
    return json.has(name) && json.get(name).isJsonPrimitive() ? json.get(name).getAsString() : "";
  }
}

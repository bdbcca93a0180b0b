package dev.opensipsmcp.facts.compiler;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Writes {@code statistics.tsv} from what the code declares and what running nodes listed. Names
 * that hold an identifier of the recorded node get a star in its place; statistics that the
 * recorded script made are left away. A tilde marks what no code declares.
 */
final class StatisticsPart {
  /** The groups that the core keeps itself, by the names that running nodes list. */
  static final List<String> CORE_GROUPS =
      List.of("cdb", "core", "dns", "load", "net", "pkmem", "rpmem", "shmem", "sql");

  private static final Map<String, String> DECLARED_GROUPS =
      Map.of("core_stats", "core", "net_stats", "net", "rpm_stats", "rpmem", "shm_stats", "shmem");

  private static final Pattern CALL_CENTER = Pattern.compile("(cc[af]_\\w+-).+");
  private static final Pattern LOCATION = Pattern.compile("[^-]+-(users|contacts|expires)");
  private static final Pattern PROCESS_LOAD = Pattern.compile("(load\\w*-proc-)\\d+");
  private static final Pattern PROCESS_MEMORY = Pattern.compile("\\d+(-\\w+)");

  private final TreeMap<String, SortedSet<String>> counters = new TreeMap<>();
  private final TreeMap<String, SortedSet<String>> states = new TreeMap<>();

  private StatisticsPart() {}

  static String of(JsonObject core, JsonElement modules, JsonObject live) {
    StatisticsPart part = new StatisticsPart();
    for (var group : DECLARED_GROUPS.entrySet()) {
      part.addDeclared(group.getValue(), Json.object(core, "statistics"), group.getKey());
    }
    for (JsonObject module : Json.objects(modules)) {
      part.addDeclared(Json.string(module, "name"), module, "statistics");
    }
    for (var statistic : Json.object(live, "statistics").entrySet()) {
      part.addListed(statistic.getKey(), statistic.getValue().getAsString());
    }
    return part.text();
  }

  private void addDeclared(String group, JsonObject owner, String member) {
    for (JsonObject statistic : Json.objects(owner, member)) {
      List<String> flags = Json.strings(statistic, "flags");
      boolean state = flags.contains("STAT_IS_FUNC") || flags.contains("STAT_NO_RESET");
      add(group, Json.string(statistic, "name"), !state);
    }
  }

  private void addListed(String fullName, String kind) {
    int colon = fullName.indexOf(':');
    String group = fullName.substring(0, colon);
    String name = fullName.substring(colon + 1);
    boolean counter = kind.equals("incremental");
    String general = general(group, name);
    boolean declared = names(counter).getOrDefault(group, new TreeSet<>()).contains(general);
    if (!group.equals("script") && !declared) {
      add(group, "~" + general, counter);
    }
  }

  private static String general(String group, String name) {
    return switch (group) {
      case "call_center" -> CALL_CENTER.matcher(name).replaceFirst("$1*");
      case "usrloc" -> LOCATION.matcher(name).replaceFirst("*-$1");
      case "load" -> PROCESS_LOAD.matcher(name).replaceFirst("$1*");
      case "pkmem" -> PROCESS_MEMORY.matcher(name).replaceFirst("*$1");
      default -> name;
    };
  }

  private void add(String group, String name, boolean counter) {
    names(counter).computeIfAbsent(group, it -> new TreeSet<>()).add(name);
  }

  private TreeMap<String, SortedSet<String>> names(boolean counter) {
    return counter ? counters : states;
  }

  private String text() {
    SortedSet<String> groups = new TreeSet<>(counters.keySet());
    groups.addAll(states.keySet());
    Lines lines = new Lines();
    for (String group : groups) {
      lines.add(group, words(counters, group), words(states, group));
    }
    return lines.inOrder();
  }

  private static String words(TreeMap<String, SortedSet<String>> names, String group) {
    return Lines.words(List.copyOf(names.getOrDefault(group, new TreeSet<>())));
  }
}

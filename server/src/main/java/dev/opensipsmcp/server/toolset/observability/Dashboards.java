package dev.opensipsmcp.server.toolset.observability;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes dashboards for Grafana, version 10 and later, in lines that can be read a part at a time.
 *
 * @param deployment names the job
 * @param names how metrics are named
 * @param tags further tags of every dashboard
 */
record Dashboards(String deployment, MetricNames names, List<String> tags) {
  static final String FOLDER = "grafana/dashboards/";
  private static final String LABELS = "job=\"$job\",instance=~\"$instance\"";
  private static final String WINDOW = "$__rate_interval";
  private static final int COLUMNS = 24;
  private static final int WIDTH = 12;
  private static final int HEIGHT = 8;

  Dashboards {
    tags = List.copyOf(tags);
  }

  List<TextFile> files(List<Board> boards) {
    return boards.stream()
        .map(board ->
            new TextFile(
                FOLDER + "opensips-" + board.name() + ".json",
                "Dashboard " + board.title(),
                lines(dashboard(board))))
        .toList();
  }

  private JsonObject dashboard(Board board) {
    JsonObject json = new JsonObject();
    String uid = "opensips-" + board.name() + "-" + deployment;
    json.addProperty("uid", uid.length() <= 40 ? uid : uid.substring(0, 40));
    json.addProperty("title", "OpenSIPS " + board.title() + " (" + deployment + ")");
    json.add("tags", allTags());
    json.addProperty("schemaVersion", 39);
    json.addProperty("version", 1);
    json.addProperty("editable", true);
    json.addProperty("refresh", "30s");
    json.addProperty("timezone", "utc");
    json.add("time", object("from", "now-6h", "to", "now"));
    json.add("templating", templating());
    JsonArray panels = new JsonArray();
    for (int i = 0; i < board.panels().size(); i++) {
      panels.add(panel(board.panels().get(i), i));
    }
    json.add("panels", panels);
    return json;
  }

  private JsonArray allTags() {
    List<String> all = new ArrayList<>(List.of("opensips", deployment));
    all.addAll(tags);
    JsonArray json = new JsonArray();
    all.stream().distinct().forEach(json::add);
    return json;
  }

  private JsonObject templating() {
    JsonObject source = object("name", "datasource", "type", "datasource", "query", "prometheus");
    source.addProperty("label", "Data source");
    JsonObject job = object("name", "job", "type", "constant", "query", deployment);
    job.addProperty("hide", 2);
    JsonObject instance = object("name", "instance", "type", "query", "label", "Node");
    instance.add("datasource", source());
    instance.addProperty("query", "label_values(up{job=\"$job\"}, instance)");
    instance.addProperty("refresh", 2);
    instance.addProperty("includeAll", true);
    instance.addProperty("multi", true);
    instance.add("current", object("text", "All", "value", "$__all"));
    JsonArray list = new JsonArray();
    list.add(source);
    list.add(job);
    list.add(instance);
    JsonObject json = new JsonObject();
    json.add("list", list);
    return json;
  }

  private static JsonObject source() {
    return object("type", "prometheus", "uid", "${datasource}");
  }

  private JsonObject panel(Panel panel, int at) {
    JsonObject json = new JsonObject();
    json.addProperty("id", at + 1);
    json.addProperty("type", "timeseries");
    json.addProperty("title", panel.title());
    json.add("datasource", source());
    JsonObject place = new JsonObject();
    place.addProperty("h", HEIGHT);
    place.addProperty("w", WIDTH);
    place.addProperty("x", at * WIDTH % COLUMNS);
    place.addProperty("y", at * WIDTH / COLUMNS * HEIGHT);
    json.add("gridPos", place);
    JsonObject defaults = object("unit", panel.unit());
    defaults.addProperty("min", 0);
    if (panel.unit().equals("percent")) {
      defaults.addProperty("max", 100);
    }
    JsonObject field = new JsonObject();
    field.add("defaults", defaults);
    field.add("overrides", new JsonArray());
    json.add("fieldConfig", field);
    JsonArray targets = new JsonArray();
    for (int i = 0; i < panel.lines().size(); i++) {
      Panel.Line line = panel.lines().get(i);
      JsonObject target = object("refId", String.valueOf((char) ('A' + i)));
      target.addProperty("expr", line.term().query(names, LABELS, WINDOW));
      target.addProperty("legendFormat", legend(line));
      targets.add(target);
    }
    json.add("targets", targets);
    return json;
  }

  private static String legend(Panel.Line line) {
    return line.term().figures().stream().anyMatch(Figure::perProcess)
        ? "{{instance}} {{id}} {{desc}}"
        : "{{instance}} " + line.legend();
  }

  private static JsonObject object(String... pairs) {
    JsonObject json = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      json.addProperty(pairs[i], pairs[i + 1]);
    }
    return json;
  }

  /** A member of the dashboard in each line, and of its lists an item. */
  private static String lines(JsonObject json) {
    StringBuilder text = new StringBuilder("{");
    String between = "\n";
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      text.append(between).append(new JsonPrimitive(entry.getKey())).append(": ");
      if (entry.getValue() instanceof JsonArray items && !items.isEmpty()) {
        String before = "[\n";
        for (JsonElement item : items) {
          text.append(before).append("  ").append(item);
          before = ",\n";
        }
        text.append("\n]");
      } else {
        text.append(entry.getValue());
      }
      between = ",\n";
    }
    return text.append("\n}\n").toString();
  }
}

package dev.opensipsmcp.server.toolset.snapshot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.stream.Row;
import dev.opensipsmcp.server.toolset.stream.RowPath;
import java.util.Locale;
import java.util.function.BiConsumer;

/** What a node works with, and whose states a snapshot keeps: gateways, servers, other nodes. */
enum StatePart {
  DISPATCHER("dispatcher", "ds_list", "dispatcher", "PARTITIONS[].SETS[].Destinations[]") {
    @Override
    void take(Row row, BiConsumer<String, String> into) {
      into.accept(
          row.text("PARTITIONS.name") + " " + row.text("SETS.id") + " " + row.text("URI"),
          row.text("state"));
    }
  },
  GATEWAYS("gateways", "dr_gw_status", "drouting", "Gateways[]") {
    @Override
    void take(Row row, BiConsumer<String, String> into) {
      into.accept(row.text("ID"), row.text("State"));
    }
  },
  CARRIERS("carriers", "dr_carrier_status", "drouting", "Carriers[]") {
    @Override
    void take(Row row, BiConsumer<String, String> into) {
      into.accept(row.text("ID"), enabled(row.text("Enabled")));
    }
  },
  BALANCED("load_balancer", "lb_list", "load_balancer", "Destinations[]") {
    @Override
    void take(Row row, BiConsumer<String, String> into) {
      String name = row.text("id") + " " + row.text("uri");
      into.accept(name, enabled(row.text("enabled")));
      if (row.get("Resources") instanceof JsonArray resources) {
        for (JsonElement element : resources) {
          JsonObject resource = Json.asObject(element);
          long most = Json.number(resource, "max", 0);
          boolean full = most > 0 && Json.number(resource, "load", 0) >= most;
          into.accept(
              name + " " + Json.text(resource, "name"),
              full ? "full at " + most : "room below " + most);
        }
      }
    }
  },
  CLUSTER("cluster", "clusterer_list", "clusterer", "Clusters[].Nodes[]") {
    @Override
    void take(Row row, BiConsumer<String, String> into) {
      into.accept(
          row.text("Clusters.cluster_id") + " " + row.text("node_id"),
          row.text("link_state") + ", " + row.text("state"));
    }
  },
  TAGS("sharing_tags", "clusterer_list_shtags", "clusterer", "[]") {
    @Override
    void take(Row row, BiConsumer<String, String> into) {
      into.accept(row.text("Tag") + " " + row.text("Cluster"), row.text("State"));
    }
  },
  RTPENGINE("rtpengine", "rtpengine_show", "rtpengine", "[].Nodes[]") {
    @Override
    void take(Row row, BiConsumer<String, String> into) {
      media(row, into);
    }
  },
  RTPPROXY("rtpproxy", "rtpproxy_show", "rtpproxy", "[].Nodes[]") {
    @Override
    void take(Row row, BiConsumer<String, String> into) {
      media(row, into);
    }
  };

  private final String label;
  private final String command;
  private final String module;
  private final String rows;

  StatePart(String label, String command, String module, String rows) {
    this.label = label;
    this.command = command;
    this.module = module;
    this.rows = rows;
  }

  /** {@return its name in a snapshot} */
  String label() {
    return label;
  }

  /** {@return the command that lists it, under its name up to 3.6} */
  String command() {
    return command;
  }

  /** {@return the module whose command that is} */
  String module() {
    return module;
  }

  /** {@return where its rows are in the command's answer} */
  RowPath rows() {
    return RowPath.parse(rows);
  }

  /** Takes one row: names of things, each with its state. */
  abstract void take(Row row, BiConsumer<String, String> into);

  private static void media(Row row, BiConsumer<String, String> into) {
    into.accept(row.text(".Set") + " " + row.text("url"), enabled(String.valueOf(isOn(row))));
  }

  private static boolean isOn(Row row) {
    String disabled = row.text("disabled");
    return disabled.isEmpty() || disabled.equals("false") || disabled.equals("0");
  }

  private static String enabled(String flag) {
    return switch (flag.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "1" -> "enabled";
      case "no", "false", "0" -> "disabled";
      default -> flag;
    };
  }
}

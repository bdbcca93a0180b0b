package dev.opensipsmcp.server.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.cfg.explain.Outline;
import dev.opensipsmcp.cfg.explain.RouteOutline;
import java.util.List;

/** Writes a configuration in short as JSON. */
public final class OutlineJson {
  private OutlineJson() {}

  /** {@return all of it} */
  public static JsonObject of(Outline outline) {
    JsonObject json = new JsonObject();
    json.add(
        "listening",
        texts(
            outline.listening().stream()
                .map(it -> it.word() + " " + it.socket() + " (" + it.place() + ")")
                .toList()));
    JsonObject modules = new JsonObject();
    outline.modules().forEach((role, names) -> modules.add(role, texts(names)));
    json.add("modules", modules);
    json.add("unknown", texts(outline.unknown()));
    JsonObject globals = new JsonObject();
    outline.globals().forEach(global -> globals.addProperty(global.name(), global.value()));
    json.add("globals", globals);
    json.add(
        "peers",
        texts(
            outline.peers().stream()
                .map(it -> it.kind() + " " + it.address() + " by " + it.by())
                .toList()));
    json.add(
        "secrets",
        texts(outline.secrets().stream().map(it -> it.by() + " (" + it.place() + ")").toList()));
    json.add(
        "surfaces",
        texts(outline.surfaces().stream().map(it -> it.module() + " " + it.address()).toList()));
    JsonArray routes = new JsonArray();
    outline.routes().forEach(route -> routes.add(of(route)));
    json.add("routes", routes);
    return json;
  }

  /** {@return one route} */
  public static JsonObject of(RouteOutline route) {
    JsonObject json = new JsonObject();
    json.addProperty("name", route.name());
    json.add("does", texts(route.does()));
    json.add("replies", texts(route.replies()));
    json.add("calls", texts(route.calls()));
    json.add("arms", texts(route.arms()));
    json.add("functions", texts(route.functions()));
    json.addProperty("place", route.place().toString());
    return json;
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}

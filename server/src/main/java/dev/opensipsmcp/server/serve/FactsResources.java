package dev.opensipsmcp.server.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.facts.MiCommand;
import dev.opensipsmcp.facts.MiLookup;
import dev.opensipsmcp.facts.Recipe;
import dev.opensipsmcp.facts.Version;
import dev.opensipsmcp.mcp.Caller;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.Resources;
import dev.opensipsmcp.mcp.RpcError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What OpenSIPS is, per version, to read: the MI commands of a version, and one of them. */
final class FactsResources implements Resources {
  static final String PREFIX = "opensips://versions/";
  private static final String MI = "/mi";

  @Override
  public List<JsonObject> list(Caller caller) {
    List<JsonObject> resources = new ArrayList<>();
    for (Version version : Version.values()) {
      if (version.operable()) {
        JsonObject resource = new JsonObject();
        resource.addProperty("uri", PREFIX + version.label() + MI);
        resource.addProperty("name", "mi-commands-" + version.label());
        resource.addProperty("title", "MI commands of OpenSIPS " + version.label());
        resource.addProperty("description", "Every MI command by name, with its module.");
        resource.addProperty("mimeType", "application/json");
        resources.add(resource);
      }
    }
    return resources;
  }

  @Override
  public List<JsonObject> templates(Caller caller) {
    JsonObject template = new JsonObject();
    template.addProperty("uriTemplate", PREFIX + "{version}" + MI + "/{command}");
    template.addProperty("name", "mi-command");
    template.addProperty("title", "One MI command");
    template.addProperty(
        "description", "An MI command of a version: module, accepted parameter sets, other names.");
    template.addProperty("mimeType", "application/json");
    return List.of(template);
  }

  @Override
  public Reply<JsonArray> read(String uri, Exchange exchange) {
    Optional<JsonObject> document = uri.startsWith(PREFIX) ? document(uri) : Optional.empty();
    if (document.isEmpty()) {
      JsonObject data = new JsonObject();
      data.addProperty("uri", uri);
      return new Reply.Fault<>(
          new RpcError(RpcError.INVALID_PARAMS, "There is no resource '" + uri + "'.", data));
    }
    JsonObject content = new JsonObject();
    content.addProperty("uri", uri);
    content.addProperty("mimeType", "application/json");
    content.addProperty("text", document.get().toString());
    JsonArray contents = new JsonArray();
    contents.add(content);
    return new Reply.Complete<>(contents);
  }

  private static Optional<JsonObject> document(String uri) {
    String rest = uri.substring(PREFIX.length());
    int slash = rest.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    Optional<Version> version = operable(rest.substring(0, slash));
    String path = rest.substring(slash);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    if (path.equals(MI)) {
      return Optional.of(catalogue(version.get()));
    }
    return path.startsWith(MI + "/")
        ? command(version.get(), path.substring(MI.length() + 1))
        : Optional.empty();
  }

  static Optional<Version> operable(String label) {
    for (Version version : Version.values()) {
      if (version.operable() && version.label().equals(label)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  private static JsonObject catalogue(Version version) {
    JsonArray commands = new JsonArray();
    for (MiCommand command : Facts.of(version).mi().commands()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("name", command.name());
      entry.addProperty("module", command.module());
      commands.add(entry);
    }
    JsonObject document = new JsonObject();
    document.addProperty("version", version.label());
    document.add("commands", commands);
    return document;
  }

  private static Optional<JsonObject> command(Version version, String name) {
    if (!(Facts.of(version).mi().lookup(name) instanceof MiLookup.Found(MiCommand command))) {
      return Optional.empty();
    }
    JsonArray accepted = new JsonArray();
    for (Recipe recipe : command.recipes()) {
      JsonObject parameters = new JsonObject();
      recipe.parameters().forEach(p -> parameters.addProperty(p.name(), p.type().name()));
      accepted.add(parameters);
    }
    JsonArray aliases = new JsonArray();
    command.aliases().forEach(aliases::add);
    JsonObject document = new JsonObject();
    document.addProperty("version", version.label());
    document.addProperty("name", command.name());
    document.addProperty("module", command.module());
    document.add("accepted_parameters", accepted);
    document.add("aliases", aliases);
    return Optional.of(document);
  }
}

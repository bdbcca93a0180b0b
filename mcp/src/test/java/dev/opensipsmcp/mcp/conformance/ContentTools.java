package dev.opensipsmcp.mcp.conformance;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.ToolResult;
import java.util.List;

/** Tools that return one kind of content each. */
final class ContentTools {
  private ContentTools() {}

  static List<FixtureTool> all() {
    return List.of(
        FixtureTool.plain(
            "test_simple_text",
            "Returns a text",
            (arguments, exchange) -> Json.said("This is a simple text response for testing.")),
        FixtureTool.plain(
            "test_image_content",
            "Returns an image",
            (arguments, exchange) -> Json.done(Json.image())),
        FixtureTool.plain(
            "test_audio_content", "Returns a sound", (arguments, exchange) -> Json.done(audio())),
        FixtureTool.plain(
            "test_embedded_resource",
            "Returns a resource in the result",
            (arguments, exchange) ->
                Json.done(
                    Json.resource(
                        "test://embedded-resource",
                        "text/plain",
                        "This is an embedded resource content."))),
        FixtureTool.plain(
            "test_multiple_content_types",
            "Returns text, an image and a resource",
            (arguments, exchange) ->
                Json.done(
                    Json.text("Multiple content types test:"),
                    Json.image(),
                    Json.resource(
                        "test://mixed-content-resource",
                        "application/json",
                        "{\"test\":\"data\",\"value\":123}"))),
        FixtureTool.plain(
            "test_error_handling",
            "Fails on purpose",
            (arguments, exchange) ->
                new Reply.Complete<>(
                    ToolResult.error("This tool intentionally returns an error for testing"))),
        new FixtureTool(
            "json_schema_2020_12_tool",
            "Has a schema with many keywords",
            richSchema(),
            (arguments, exchange) -> Json.said(arguments.toString())));
  }

  private static JsonObject audio() {
    JsonObject block = Json.object("{'type':'audio','mimeType':'audio/wav'}");
    block.addProperty("data", Json.WAV);
    return block;
  }

  private static JsonObject richSchema() {
    return Json.object(
        """
        {"$schema": "https://json-schema.org/draft/2020-12/schema",
         "type": "object",
         "$defs": {"address": {"$anchor": "addressDef", "type": "object",
           "properties": {"street": {"type": "string"}, "city": {"type": "string"}}}},
         "properties": {
           "name": {"type": "string"},
           "address": {"$ref": "#/$defs/address"},
           "contactMethod": {"type": "string", "enum": ["phone", "email"]},
           "phone": {"type": "string"},
           "email": {"type": "string"}},
         "allOf": [{"anyOf": [{"required": ["phone"]}, {"required": ["email"]}]}],
         "if": {"properties": {"contactMethod": {"const": "phone"}}, "required": ["contactMethod"]},
         "then": {"required": ["phone"]},
         "else": {"required": ["email"]},
         "additionalProperties": false}
        """);
  }
}

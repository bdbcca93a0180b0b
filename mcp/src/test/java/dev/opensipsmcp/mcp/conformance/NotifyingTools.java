package dev.opensipsmcp.mcp.conformance;

import com.google.gson.JsonPrimitive;
import dev.opensipsmcp.mcp.Exchange;
import dev.opensipsmcp.mcp.Reply;
import dev.opensipsmcp.mcp.ToolResult;
import java.util.List;

/** Tools that send notifications: progress, log messages, changed lists. */
final class NotifyingTools {
  private NotifyingTools() {}

  /**
   * {@return the tools}
   *
   * @param toolsChanged tells subscribers that the list of tools changed
   * @param promptsChanged tells subscribers that the list of prompts changed
   */
  static List<FixtureTool> all(Runnable toolsChanged, Runnable promptsChanged) {
    return List.of(
        FixtureTool.plain(
            "test_tool_with_progress", "Reports progress", (arguments, call) -> progress(call)),
        FixtureTool.plain("test_tool_with_logging", "Logs", (arguments, call) -> logs(call)),
        FixtureTool.plain("test_logging_tool", "Logs once", (arguments, call) -> logsOnce(call)),
        FixtureTool.plain(
            "test_trigger_tool_change",
            "Announces a changed list of tools",
            (arguments, call) -> {
              toolsChanged.run();
              return Json.said("announced");
            }),
        FixtureTool.plain(
            "test_trigger_prompt_change",
            "Announces a changed list of prompts",
            (arguments, call) -> {
              promptsChanged.run();
              return Json.said("announced");
            }));
  }

  private static Reply<ToolResult> progress(Exchange call) {
    call.progress(0, 100, "Completed step 0 of 100");
    pause();
    call.progress(50, 100, "Completed step 50 of 100");
    pause();
    call.progress(100, 100, "Completed step 100 of 100");
    return Json.said("Progress test completed");
  }

  private static Reply<ToolResult> logs(Exchange call) {
    call.log("info", new JsonPrimitive("Tool execution started"));
    pause();
    call.log("info", new JsonPrimitive("Tool processing data"));
    pause();
    call.log("info", new JsonPrimitive("Tool execution completed"));
    return Json.said("Tool with logging executed successfully");
  }

  private static Reply<ToolResult> logsOnce(Exchange call) {
    call.log("info", new JsonPrimitive("Logged by test_logging_tool"));
    return Json.said("logged");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.opensipsmcp.mcp.internal.core;

/** A change that subscribers may want to hear of. */
public sealed interface ServerEvent {

  /** {@return the notification that tells of it} */
  String method();

  /** The list of tools changed. */
  record ToolsChanged() implements ServerEvent {
    @Override
    public String method() {
      return "notifications/tools/list_changed";
    }
  }

  /** The list of prompts changed. */
  record PromptsChanged() implements ServerEvent {
    @Override
    public String method() {
      return "notifications/prompts/list_changed";
    }
  }

  /** The list of resources changed. */
  record ResourcesChanged() implements ServerEvent {
    @Override
    public String method() {
      return "notifications/resources/list_changed";
    }
  }

  /**
   * A resource changed.
   *
   * @param uri the resource
   */
  record ResourceUpdated(String uri) implements ServerEvent {
    @Override
    public String method() {
      return "notifications/resources/updated";
    }
  }
}

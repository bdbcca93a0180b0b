package dev.opensipsmcp.mcp.internal.core;

import java.util.Optional;

/** A method that both eras know. */
public enum Operation {
  TOOLS_LIST("tools/list"),
  TOOLS_CALL("tools/call"),
  RESOURCES_LIST("resources/list"),
  RESOURCE_TEMPLATES_LIST("resources/templates/list"),
  RESOURCES_READ("resources/read"),
  PROMPTS_LIST("prompts/list"),
  PROMPTS_GET("prompts/get"),
  COMPLETE("completion/complete");

  private static final Operation[] ALL = values();

  private final String method;

  Operation(String method) {
    this.method = method;
  }

  /** {@return the method's name in a message} */
  public String method() {
    return method;
  }

  /**
   * {@return the operation of this name, if there is one}
   *
   * @param method as in a message
   */
  public static Optional<Operation> of(String method) {
    for (Operation operation : ALL) {
      if (operation.method.equals(method)) {
        return Optional.of(operation);
      }
    }
    return Optional.empty();
  }

  /** {@return whether the host may ask the client something before it answers} */
  public boolean mayAsk() {
    return switch (this) {
      case TOOLS_CALL, RESOURCES_READ, PROMPTS_GET -> true;
      case TOOLS_LIST, RESOURCES_LIST, RESOURCE_TEMPLATES_LIST, PROMPTS_LIST, COMPLETE -> false;
    };
  }

  /** {@return how long a client may keep the answer, in milliseconds; negative where it may not} */
  public int ttlMillis() {
    return switch (this) {
      case TOOLS_LIST, RESOURCES_LIST, RESOURCE_TEMPLATES_LIST, PROMPTS_LIST -> 60_000;
      case RESOURCES_READ -> 0;
      case TOOLS_CALL, PROMPTS_GET, COMPLETE -> -1;
    };
  }
}

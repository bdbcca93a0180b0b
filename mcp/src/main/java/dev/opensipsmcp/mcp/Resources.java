package dev.opensipsmcp.mcp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** The resources that a host offers. */
public interface Resources {

  /**
   * {@return resource descriptions as {@code resources/list} has them, in a stable order}
   *
   * @param caller who asks
   */
  List<JsonObject> list(Caller caller);

  /**
   * {@return template descriptions as {@code resources/templates/list} has them, in a stable order}
   *
   * @param caller who asks
   */
  List<JsonObject> templates(Caller caller);

  /**
   * Reads a resource.
   *
   * @param uri the resource
   * @param exchange the request
   * @return the {@code contents}; a resource that does not exist is a {@link Reply.Fault}
   */
  Reply<JsonArray> read(String uri, Exchange exchange);
}

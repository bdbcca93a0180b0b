package dev.opensipsmcp.server.toolset.media;

import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the toolset {@code media}. */
public final class MediaToolset {

  private MediaToolset() {}

  /** {@return the tools for media servers, the calls on them, and message sessions} */
  public static Toolset make() {
    List<Tool> tools = new ArrayList<>();
    tools.addAll(new MediaServers("rtpengine", "RTPEngine").tools());
    tools.addAll(new MediaServers("rtpproxy", "RTPProxy").tools());
    tools.add(MediaServers.reloadEngines());
    tools.add(MediaServers.reloadProxies());
    tools.addAll(RelayLevers.tools());
    tools.addAll(ExchangeLevers.tools());
    tools.addAll(MsrpLevers.tools());
    tools.sort(Comparator.comparing(Tool::name));
    return new Toolset(
        "media",
        "Media: RTPEngine and RTPProxy servers, calls on them, other media for a call, MSRP.",
        tools);
  }
}

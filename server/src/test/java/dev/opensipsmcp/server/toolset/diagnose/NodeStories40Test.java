package dev.opensipsmcp.server.toolset.diagnose;

import dev.opensipsmcp.facts.Version;

/** The stories of a node of 4.0. */
class NodeStories40Test extends NodeStories {
  @Override
  Version version() {
    return Version.V4_0;
  }
}

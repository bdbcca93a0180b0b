package dev.opensipsmcp.server.toolset.diagnose;

import dev.opensipsmcp.facts.Version;

/** The stories of a node of 3.6. */
class NodeStories36Test extends NodeStories {
  @Override
  Version version() {
    return Version.V3_6;
  }
}

package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import java.util.List;

/** What the platform under the calls is made of. */
final class PlatformKinds {
  private PlatformKinds() {}

  /** {@return all kinds of the toolset platform in this list} */
  static List<Entity> all() {
    return List.of(
        TlsKinds.domain(),
        RegistrantKinds.registration(),
        MediaKinds.rtpengine(),
        MediaKinds.rtpproxy(),
        MediaKinds.freeswitch(),
        MediaKinds.janus(),
        ClusterKinds.node(),
        ClusterKinds.bridge(),
        CallCenterKinds.agent(),
        CallCenterKinds.flow(),
        TransportKinds.path(),
        TransportKinds.socket(),
        TransportKinds.smpp(),
        SettingKinds.value(),
        SettingKinds.client(),
        SettingKinds.vendor(),
        SettingKinds.sheet());
  }
}

package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import java.util.ArrayList;
import java.util.List;

/** All that can be provisioned. To add a kind is to add a line here and its columns. */
public final class Kinds {
  private Kinds() {}

  /** {@return all kinds, grouped as people think of them} */
  public static List<Entity> all() {
    List<Entity> all = new ArrayList<>();
    all.addAll(routing());
    all.addAll(subscribers());
    all.addAll(PlatformKinds.all());
    return List.copyOf(all);
  }

  private static List<Entity> routing() {
    return List.of(
        DispatcherKinds.destination(),
        LoadBalancerKinds.destination(),
        GatewayKinds.gateway(),
        GatewayKinds.carrier(),
        RoutingRuleKinds.rule(),
        RoutingRuleKinds.group(),
        RoutingRuleKinds.partition(),
        NumberKinds.dialplan(),
        NumberKinds.prefix(),
        NumberKinds.triePartition(),
        AdmissionKinds.address(),
        AdmissionKinds.domain(),
        AdmissionKinds.policy(),
        CarrierrouteKinds.rule(),
        CarrierrouteKinds.carrier(),
        CarrierrouteKinds.failure(),
        WatchKinds.fraud(),
        WatchKinds.quality(),
        EmergencyKinds.route(),
        EmergencyKinds.provider());
  }

  private static List<Entity> subscribers() {
    return List.of(
        SubscriberKinds.subscriber(),
        SubscriberKinds.alias(),
        SubscriberKinds.uri(),
        GroupKinds.group(),
        GroupKinds.pattern(),
        GroupKinds.preference(),
        DialKinds.speed(),
        DialKinds.closed(),
        BarredKinds.user(),
        BarredKinds.global(),
        DocumentKinds.xcap(),
        TokenKinds.profile(),
        TokenKinds.secret(),
        ConferenceKinds.room(),
        ConferenceKinds.member());
  }
}

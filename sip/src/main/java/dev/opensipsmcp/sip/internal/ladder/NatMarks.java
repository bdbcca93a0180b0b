package dev.opensipsmcp.sip.internal.ladder;

import dev.opensipsmcp.sip.ladder.NatMark;
import dev.opensipsmcp.sip.ladder.NatMark.Where;
import dev.opensipsmcp.sip.ladder.SdpGlance;
import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.Via;
import dev.opensipsmcp.sip.trace.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Marks what a NAT made untrue in a message. */
final class NatMarks {
  private NatMarks() {}

  static List<NatMark> of(Seen seen, Optional<SdpGlance> sdp) {
    List<NatMark> marks = new ArrayList<>();
    boolean fromPublic = AddressSort.of(seen.source().address()) == AddressSort.PUBLIC;
    String source = Plain.line(seen.source().toString());
    if (fromPublic && seen.request() && !seen.vias().isEmpty()) {
      Via top = seen.vias().getFirst();
      add(marks, Where.VIA, top.host(), top.port(), source);
    }
    seen.vias().forEach(via -> received(marks, via));
    if (fromPublic) {
      for (NameAddr contact : seen.message().contacts()) {
        add(marks, Where.CONTACT, contact.uri().host(), contact.uri().port(), source);
      }
      List<String> routes = seen.message().headers("Record-Route");
      if (seen.request() && !routes.isEmpty()) {
        // Only the topmost is the sender's own.
        HeaderValues.nameAddr(HeaderValues.split(routes.getFirst()).getFirst())
            .ifPresent(route ->
                add(marks, Where.RECORD_ROUTE, route.uri().host(), route.uri().port(), source));
      }
      sdp.ifPresent(glance ->
          glance.streams().stream()
              .filter(stream -> stream.port() > 0)
              .findFirst()
              .ifPresent(stream -> add(marks, Where.SDP, stream.address(), stream.port(), source)));
    }
    return marks;
  }

  private static void add(List<NatMark> marks, Where where, String host, int port, String source) {
    if (AddressSort.of(host) == AddressSort.PRIVATE) {
      NatMark mark = new NatMark(where, place(host, port), source);
      if (!marks.contains(mark)) {
        marks.add(mark);
      }
    }
  }

  /** What a hop wrote into Via when it saw another source than Via names. */
  private static void received(List<NatMark> marks, Via via) {
    String received = via.parameters().getOrDefault("received", "");
    String rport = via.parameters().getOrDefault("rport", "");
    boolean otherHost =
        AddressSort.of(received) != AddressSort.NAME
            && AddressSort.of(via.host()) != AddressSort.NAME
            && !AddressSort.same(received, via.host());
    int port = via.port() > 0 ? via.port() : via.transport().equals("TLS") ? 5061 : 5060;
    boolean otherPort =
        via.transport().equals("UDP") && !rport.isEmpty() && !rport.equals(Integer.toString(port));
    if (otherHost || otherPort) {
      marks.add(
          new NatMark(
              Where.RECEIVED,
              place(via.host(), port),
              Plain.line(received.isEmpty() ? via.host() : received, 46)
                  + (rport.isEmpty() ? "" : ":" + Plain.line(rport, 6))));
    }
  }

  private static String place(String host, int port) {
    String shown = Plain.line(host, 60);
    return port > 0 ? new Endpoint(shown, port).toString() : shown;
  }
}

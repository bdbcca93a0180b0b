/** SIP and SDP messages, captures, call ladders, capture servers, media relays, probes. */
module dev.opensipsmcp.sip {
  requires com.google.gson;
  requires java.net.http;
  requires static java.desktop;
  requires static transitive org.jspecify;

  exports dev.opensipsmcp.sip.ban;
  exports dev.opensipsmcp.sip.capture;
  exports dev.opensipsmcp.sip.compare;
  exports dev.opensipsmcp.sip.explain;
  exports dev.opensipsmcp.sip.file;
  exports dev.opensipsmcp.sip.hep;
  exports dev.opensipsmcp.sip.homer;
  exports dev.opensipsmcp.sip.identity;
  exports dev.opensipsmcp.sip.ladder;
  exports dev.opensipsmcp.sip.lint;
  exports dev.opensipsmcp.sip.load;
  exports dev.opensipsmcp.sip.message;
  exports dev.opensipsmcp.sip.net;
  exports dev.opensipsmcp.sip.probe;
  exports dev.opensipsmcp.sip.relay;
  exports dev.opensipsmcp.sip.sdp;
  exports dev.opensipsmcp.sip.trace;
}

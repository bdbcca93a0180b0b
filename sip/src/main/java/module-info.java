/** SIP and SDP messages, captures, call ladders, capture servers, media relays, probes. */
module dev.opensipsmcp.sip {
  requires com.google.gson;
  requires static transitive org.jspecify;

  exports dev.opensipsmcp.sip.capture;
  exports dev.opensipsmcp.sip.hep;
  exports dev.opensipsmcp.sip.message;
  exports dev.opensipsmcp.sip.relay;
  exports dev.opensipsmcp.sip.trace;
}

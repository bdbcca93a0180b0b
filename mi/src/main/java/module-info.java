/** Talks to one OpenSIPS node over its Management Interface (MI). */
module dev.opensipsmcp.mi {
  requires transitive com.google.gson;
  requires transitive dev.opensipsmcp.facts;
  requires static transitive org.jspecify;
  requires dev.failsafe.core;

  exports dev.opensipsmcp.mi;
  exports dev.opensipsmcp.mi.event;
}

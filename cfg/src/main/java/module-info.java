/** opensips.cfg as a language, without an OpenSIPS binary. */
module dev.opensipsmcp.cfg {
  requires transitive dev.opensipsmcp.facts;
  requires static transitive org.jspecify;

  exports dev.opensipsmcp.cfg.check;
  exports dev.opensipsmcp.cfg.finding;
  exports dev.opensipsmcp.cfg.kamailio;
  exports dev.opensipsmcp.cfg.migrate;
  exports dev.opensipsmcp.cfg.source;
  exports dev.opensipsmcp.cfg.syntax;
}

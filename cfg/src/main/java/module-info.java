/** opensips.cfg as a language, without an OpenSIPS binary. */
module dev.opensipsmcp.cfg {
  requires com.google.gson;
  requires transitive dev.opensipsmcp.facts;
  requires static transitive org.jspecify;

  exports dev.opensipsmcp.cfg.finding;
  exports dev.opensipsmcp.cfg.flow;
  exports dev.opensipsmcp.cfg.lint;
  exports dev.opensipsmcp.cfg.source;
  exports dev.opensipsmcp.cfg.syntax;
}

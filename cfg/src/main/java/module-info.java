/** opensips.cfg as a language, without an OpenSIPS binary. */
module dev.opensipsmcp.cfg {
  requires com.google.gson;
  requires transitive dev.opensipsmcp.facts;
  requires static transitive org.jspecify;

  exports dev.opensipsmcp.cfg.build;
  exports dev.opensipsmcp.cfg.check;
  exports dev.opensipsmcp.cfg.diff;
  exports dev.opensipsmcp.cfg.edit;
  exports dev.opensipsmcp.cfg.explain;
  exports dev.opensipsmcp.cfg.file;
  exports dev.opensipsmcp.cfg.finding;
  exports dev.opensipsmcp.cfg.flow;
  exports dev.opensipsmcp.cfg.format;
  exports dev.opensipsmcp.cfg.kamailio;
  exports dev.opensipsmcp.cfg.lint;
  exports dev.opensipsmcp.cfg.migrate;
  exports dev.opensipsmcp.cfg.source;
  exports dev.opensipsmcp.cfg.syntax;
}

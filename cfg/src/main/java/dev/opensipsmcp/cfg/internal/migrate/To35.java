package dev.opensipsmcp.cfg.internal.migrate;

import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.both;
import static dev.opensipsmcp.cfg.internal.migrate.Rewrites.renameFunction;

import dev.opensipsmcp.cfg.internal.migrate.Step.Name;
import dev.opensipsmcp.cfg.internal.migrate.Step.Rewriter;
import dev.opensipsmcp.cfg.migrate.Release;
import java.util.List;
import java.util.stream.Stream;

/** From 3.4 to 3.5. */
final class To35 {
  private To35() {}

  static List<Step> steps(Release to) {
    Rewriter[] sql =
        Avpops.SQL.entrySet().stream()
            .map(entry -> renameFunction(entry.getKey(), entry.getValue()))
            .toArray(Rewriter[]::new);
    Name[] names =
        Stream.concat(
                Avpops.SQL.values().stream().map(now -> Steps.function("sqlops", now)),
                Stream.of(
                    Steps.module("sqlops"),
                    Steps.parameter("sqlops", "usr_table"),
                    Steps.module("cfgutils"),
                    Steps.function("cfgutils", "shuffle_avps"),
                    Steps.function("core", "avp_print")))
            .toArray(Name[]::new);
    return Steps.of(to)
        .step(
            "avpops",
            "Module avpops ended; sqlops and the script language do its work.",
            "facts of 3.4 and 3.5",
            both(both(sql), Avpops.functions(), Avpops.loading(), Avpops.parameters()),
            names)
        .steps();
  }
}

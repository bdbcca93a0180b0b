package dev.opensipsmcp.lab.internal.command;

import dev.opensipsmcp.lab.Deed;
import dev.opensipsmcp.lab.internal.rpc.Arguments;
import dev.opensipsmcp.lab.internal.rpc.Command;
import dev.opensipsmcp.lab.internal.rpc.Outcome;
import dev.opensipsmcp.lab.internal.state.Deeds;
import java.util.List;

/** The files that modules db_flatstore and event_flatstore keep open. */
final class FlatFileCommands {
  private static final List<String> ROWS =
      List.of("/srv/sip-proxy/log/acc_1.log", "/srv/sip-proxy/log/missed_calls_1.log");
  private static final String EVENTS = "/srv/sip-proxy/log/events.log";

  private final Deeds deeds;

  FlatFileCommands(Deeds deeds) {
    this.deeds = deeds;
  }

  List<Command> all() {
    return List.of(
        Command.of("flat_rotate", "db_flatstore:rotate", none -> rotate()),
        Command.of("evi_flat_rotate", "event_flatstore:rotate", this::rotateEvents));
  }

  private Outcome rotate() {
    ROWS.forEach(this::open);
    return Outcome.ok();
  }

  private Outcome rotateEvents(Arguments arguments) {
    if (!arguments.text("path_to_file").equals(EVENTS)) {
      return Outcome.refuse(400, "File not found");
    }
    open(EVENTS);
    return Outcome.ok();
  }

  private void open(String file) {
    deeds.note(Deed.Kind.FILE_OPENED, file, "closed and opened");
  }
}

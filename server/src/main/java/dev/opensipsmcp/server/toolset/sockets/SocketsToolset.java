package dev.opensipsmcp.server.toolset.sockets;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.Loaded;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;

/** Makes the toolset {@code sockets}: module sockets_mgm, which 3.6 brought. */
public final class SocketsToolset {

  private SocketsToolset() {}

  /** {@return the tools for sockets that are opened at run time} */
  public static Toolset make() {
    return new Toolset(
        "sockets", "SIP sockets that come from a table: list, reload.", List.of(list(), reload()));
  }

  private static Tool list() {
    return Lever.read("sockets_list", "sockets", "Sockets from the table")
        .what("List the SIP sockets that the node opened from the sockets table.")
        .useWhen("Use when requests to an address that was added at run time get no answer.")
        .notFor("Not for making table rows count; use `sockets_reload`.")
        .returns("Returns a page of sockets; those of the configuration file are not in it.")
        .sends("sockets_list", "sockets_mgm")
        .local(Schema.optional("socket", Schema.text("Part of the socket's address")))
        .rows("[]")
        .column("socket", "socket", Schema.text("Protocol, address and port"))
        .column("advertised", "advertised", Schema.text("Address that is told to others"))
        .column("tag", "tag", Schema.text("Name for scripts"))
        .column("flags", "flags", Schema.text("Options"))
        .column("tos", "tos", Schema.integer("Type of service"))
        .filter(Filter.part("socket", "socket"))
        .examples(
            "Which sockets were added at run time?",
            "List the dynamic SIP sockets",
            "Does the node listen on 192.0.2.80 from the sockets table?")
        .tool();
  }

  private static Tool reload() {
    return Lever.change("sockets_reload", "sockets", "Reload sockets from the table")
        .sends("sockets_reload", "sockets_mgm")
        .also("sockets_list", "sockets_mgm")
        .what("Reload the SIP sockets from the sockets table: open new ones, close others.")
        .useWhen("Use when rows of the sockets table were changed and should count.")
        .notFor("Not for looking at them; use `sockets_list`.")
        .effects(
            "Effects: rows that are new open sockets; sockets without a row close, and calls"
                + " over them lose it. Undo: put the old rows back and reload.")
        .returns("Returns how many sockets there were before and after.")
        .risk(Risk.DISRUPTIVE)
        .summary("Open and close sockets as the table says now.")
        .plans("Sockets whose rows are gone close.")
        .noUndo("Put the old rows back in the table and reload.")
        .state(Loaded.rows("sockets_list", States.nothing(), "[]"))
        .examples(
            "Reload the sockets table",
            "Open the socket that I added to the database",
            "Make dynamic sockets follow their table")
        .tool();
  }
}

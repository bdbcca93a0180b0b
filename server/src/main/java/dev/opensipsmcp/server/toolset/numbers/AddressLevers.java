package dev.opensipsmcp.server.toolset.numbers;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiError;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.Loaded;
import dev.opensipsmcp.server.toolset.lever.ReadDraft;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.List;

/** The tools for modules permissions and userblacklist. */
final class AddressLevers {
  private static final int FORBIDDEN = 403;
  private static final String ROWS = "Partitions[].Destinations[]";

  private AddressLevers() {}

  static List<Tool> tools() {
    return List.of(addresses(), reload(), uri(), subnets(), blacklist());
  }

  private static ReadDraft list(String name, String title, String command) {
    return Lever.read(name, "numbers", title)
        .sends(command, "permissions")
        .local(Schema.optional("partition", Schema.text("Partition, exactly")))
        .local(Schema.optional("group", Schema.integer("Group number").atLeast(0)))
        .local(Schema.optional("ip", Schema.text("Part of the address")))
        .rows(ROWS)
        .column("partition", "Partitions.name", Schema.text("Partition"))
        .column("group", "grp", Schema.integer("Group that the script asks for"))
        .column("ip", "ip", Schema.text("Address"))
        .column("mask", "mask", Schema.text("Network mask; 32 or 128 is one address"))
        .column("port", "port", Schema.integer("Port; 0 is any"))
        .column("protocol", "proto", Schema.text("Protocol or any"))
        .column("pattern", "pattern", Schema.text("What the From URI must match; empty is any"))
        .column("context_info", "context_info", Schema.text("Note that the script gets"))
        .filter(Filter.whole("partition", "partition"))
        .filter(Filter.whole("group", "group"))
        .filter(Filter.part("ip", "ip"));
  }

  private static Tool addresses() {
    return list("address_dump", "Permitted addresses in use", "address_dump")
        .what("Dump the single addresses that module permissions has loaded.")
        .useWhen("Use when a trunk's requests are refused and its address should be known.")
        .notFor("Not for networks; use `subnet_dump`.")
        .returns("Returns a page of addresses as they are in memory.")
        .examples(
            "Which IP addresses are permitted?",
            "Is 192.0.2.40 in the address list?",
            "Dump the loaded addresses of group 1")
        .tool();
  }

  private static Tool subnets() {
    return list("subnet_dump", "Permitted networks in use", "subnet_dump")
        .what("Dump the networks that module permissions has loaded.")
        .useWhen("Use when a whole network should be permitted and its requests are refused.")
        .notFor("Not for single addresses; use `address_dump`.")
        .returns("Returns a page of networks as they are in memory.")
        .examples(
            "Which subnets are permitted?",
            "Is the network 203.0.113.0 trusted?",
            "Dump the loaded subnets of group 3")
        .tool();
  }

  private static Tool reload() {
    return Lever.change("address_reload", "numbers", "Reload permitted addresses")
        .sends("address_reload", "permissions")
        .also("address_dump", "permissions")
        .what("Reload permitted addresses and networks from the database.")
        .useWhen("Use when rows of the address table were changed and should count.")
        .notFor("Not for looking at them; use `address_dump`.")
        .effects(
            "Effects: new requests are checked against the table as it is now."
                + " Undo: put the old rows back and reload.")
        .returns("Returns how many addresses were loaded before and after.")
        .risk(Risk.REVERSIBLE)
        .optional("partition", Schema.text("Partition; all when absent"))
        .summary("Load the permitted addresses of {partition} again.")
        .plans("Senders that were added or taken away since the last load count so.")
        .noUndo("Put the old rows back in the table and reload.")
        .state(Loaded.rows("address_dump", States.nothing(), ROWS))
        .examples(
            "Reload the address table",
            "I added a trunk IP, activate it",
            "Make permissions read its addresses again")
        .tool();
  }

  private static Tool uri() {
    return Lever.read("permissions_test_uri", "numbers", "Test who may register what")
        .what("Test whether permission files allow a URI with a contact, as a script would ask.")
        .useWhen("Use when registrations are refused by permission files.")
        .notFor("Not for IP addresses; use `address_dump`.")
        .returns("Returns whether it is allowed; files that the script does not use allow nothing.")
        .sends("allow_uri", "permissions")
        .aliases("allow_uri")
        .required("basename", Schema.text("Files' name without .allow and .deny").matching("."))
        .required("uri", Schema.text("SIP URI that asks").matching("."))
        .required("contact", Schema.text("SIP URI that it wants as contact").matching("."))
        .answer(
            Schema.object(
                "The verdict", Schema.required("allowed", Schema.flag("Whether it is allowed"))))
        .examples(
            "May sip:alice@example.com register this contact?",
            "Test the permission files register for a URI",
            "Would allow_uri let bob register?")
        .tool((Work.Read) AddressLevers::tested);
  }

  /** A refusal with 403 is the answer no. */
  private static Outcome tested(Arguments arguments, ReadPorts ports) {
    JsonObject result = new JsonObject();
    return switch (ports.mi().read("allow_uri", arguments.json().deepCopy())) {
      case MiResult.Failure<JsonElement>(MiError.Refused refused)
          when refused.status() == FORBIDDEN -> {
        result.addProperty("allowed", false);
        yield new Outcome.Value(result);
      }
      case MiResult.Failure<JsonElement>(MiError error) -> Outcome.Failure.of(error);
      case MiResult.Success<JsonElement> _ -> {
        result.addProperty("allowed", true);
        yield new Outcome.Value(result);
      }
    };
  }

  private static Tool blacklist() {
    return Lever.change("userblacklist_reload", "numbers", "Reload number blacklists")
        .sends("reload_blacklist", "userblacklist")
        .aliases("reload_blacklist")
        .what("Reload the global number blacklists of module userblacklist from the database.")
        .useWhen("Use when prefixes were blocked or freed in the global blacklist table.")
        .notFor("Not for permitted IP addresses; use `address_reload`.")
        .effects(
            "Effects: new calls are checked against the lists as they are now; lists of single"
                + " users are read at each call anyway. Undo: put the old rows back and reload.")
        .returns("Returns the node's answer; no command lists the prefixes.")
        .risk(Risk.REVERSIBLE)
        .summary("Load the global number blacklists again.")
        .plans("Prefixes that were blocked or freed since the last load count so.")
        .noUndo("Put the old rows back in the table and reload.")
        .examples(
            "Reload the global blacklist of numbers",
            "I blocked a prefix in globalblacklist, activate it",
            "Reload userblacklist")
        .tool();
  }
}

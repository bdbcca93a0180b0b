package dev.opensipsmcp.server.toolset.registration;

import com.google.gson.JsonObject;
import dev.opensipsmcp.mi.MiResult;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.stream.Walk;
import java.util.Optional;

/** Tools for the registrations that the node holds elsewhere, at carriers for example. */
final class RegistrantTools {
  private static final String MODULE = "uac_registrant";

  private RegistrantTools() {}

  static Tool list() {
    return Lever.read("uac_reg_list", "registration", "Trunk registrations")
        .what("List the registrations that the node itself holds at carriers.")
        .useWhen("Use when a trunk is down, or to see states, registrars and times.")
        .notFor("Not for users registered here; use `registration_list`.")
        .returns("Returns a page of rows.")
        .sends("reg_list", MODULE)
        .local(Schema.optional("aor", Schema.text("Part of the AOR")))
        .local(Schema.optional("contact", Schema.text("Part of the binding")))
        .local(Schema.optional("state", Schema.text("Part of the state").examples("NOT_REG")))
        .rows("Records[]")
        .column("aor", "AOR", Schema.text("What it registers, a SIP URI"))
        .column("contact", "binding", Schema.text("The binding that it registers"))
        .column("registrar", "registrar", Schema.text("Where it registers"))
        .column("state", "state", Schema.text("REGISTERED_STATE when all is well"))
        .column("enabled", "enabled", Schema.flag("Whether it is switched on"))
        .column("expires_s", "expires", Schema.integer("Life of a registration, seconds"))
        .column("last_register_sent", "last_register_sent", Schema.text("The node's local time"))
        .column("registration_ends", "registration_t_out", Schema.text("The node's local time"))
        .column("socket", "socket", Schema.text("Forced socket; not on 3.4"))
        .column("proxy", "proxy", Schema.text("Outbound proxy"))
        .column("third_party", "third_party_registrant", Schema.text("Who registers it"))
        .column("binding_params", "binding_params", Schema.text("Parameters of the binding"))
        .column("address_family", "dst_IP", Schema.text("IPv4 or IPv6 of the forced address"))
        .column("ip", "ip", Schema.text("Forced address"))
        .column("sharing_tag", "shtag", Schema.text("Cluster tag that decides who registers"))
        .column("cluster_id", "cluster_id", Schema.integer("Cluster of the tag"))
        .filter(Filter.part("aor", "aor"))
        .filter(Filter.part("contact", "contact"))
        .filter(Filter.part("state", "state"))
        .examples(
            "Is our trunk registered at the carrier?",
            "Which trunk registrations failed?",
            "List the registrant records with state and expiry")
        .aliases("reg_list")
        .tool();
  }

  static Tool enable() {
    return Lever.change("uac_reg_enable", "registration", "Switch a trunk registration on")
        .what("Enable a registration that the node holds at a carrier.")
        .useWhen("Use when a disabled trunk shall register again.")
        .notFor("Not for hurrying an enabled one; use `uac_reg_force_register`.")
        .effects("Effects: REGISTER is sent; in memory and in the database. Undo: change_revert.")
        .returns("Returns the registration before and after.")
        .risk(Risk.REVERSIBLE)
        .sends("reg_enable", MODULE)
        .also("reg_list", MODULE)
        .local(Registrant.AOR)
        .local(Registrant.CONTACT)
        .local(Registrant.REGISTRAR)
        .examples(
            "Enable the trunk registration of trunk3",
            "Switch registration at the carrier on again",
            "Turn the disabled registrant back on")
        .aliases("reg_enable")
        .tool(
            new RegistrantChange(
                "uac_reg_enable", "reg_enable", Optional.of(true), "Register at the carrier"));
  }

  static Tool disable() {
    return Lever.change("uac_reg_disable", "registration", "Switch a trunk registration off")
        .what("Disable a registration that the node holds at a carrier.")
        .useWhen("Use when a trunk must not register for now, in a migration for example.")
        .notFor("Not for users registered here; use `ul_remove_aor`.")
        .effects(
            "Effects: the node unregisters, so calls from that carrier stop coming; in memory and"
                + " in the database. Undo: change_revert.")
        .returns("Returns the registration before and after.")
        .risk(Risk.DISRUPTIVE)
        .sends("reg_disable", MODULE)
        .also("reg_list", MODULE)
        .local(Registrant.AOR)
        .local(Registrant.CONTACT)
        .local(Registrant.REGISTRAR)
        .examples(
            "Disable the registration of trunk1",
            "Stop registering at the old carrier",
            "Turn off registrant sip:trunk2@example.net")
        .aliases("reg_disable")
        .tool(
            new RegistrantChange(
                "uac_reg_disable", "reg_disable", Optional.of(false), "Unregister"));
  }

  static Tool force() {
    return Lever.change("uac_reg_force_register", "registration", "Register a trunk now")
        .what("Force a registration at a carrier to be renewed at once.")
        .useWhen("Use when the carrier lost the registration, or after its address changed.")
        .notFor("Not for one that is switched off; use `uac_reg_enable`.")
        .effects(
            "Effects: REGISTER is sent at the next timer tick; 3.5 and later. Undo: none is"
                + " needed.")
        .returns("Returns the registration before and after.")
        .risk(Risk.REVERSIBLE)
        .sends("reg_force_register", MODULE)
        .also("reg_list", MODULE)
        .local(Registrant.AOR)
        .local(Registrant.CONTACT)
        .local(Registrant.REGISTRAR)
        .examples(
            "Re-register trunk1 now",
            "Force the trunk to register again",
            "Renew the registration at the carrier immediately")
        .aliases("reg_force_register")
        .tool(
            new RegistrantChange(
                "uac_reg_force_register",
                "reg_force_register",
                Optional.empty(),
                "Register again at once"));
  }

  static Tool reload() {
    return Lever.change("uac_reg_reload", "registration", "Reload trunk registrations")
        .what("Reload the registrations at carriers from the database.")
        .useWhen("Use when the registrant table was changed.")
        .notFor("Not for registering anew; use `uac_reg_force_register`.")
        .effects(
            "Effects: rows new in the table begin to register; rows that are gone are forgotten"
                + " without unregistering. Undo: none, but to put the table back and reload.")
        .returns("Returns how many there were before and after.")
        .risk(Risk.REVERSIBLE)
        .sends("reg_reload", MODULE)
        .also("reg_list", MODULE)
        .optional("aor", Schema.text("Only this one; then with the next two"))
        .optional("contact", Schema.text("Its binding"))
        .optional("registrar", Schema.text("Its registrar"))
        .state(RegistrantTools::count)
        .summary("Reload the registrant table.")
        .plans("The node registers what the table says.")
        .noUndo("Put the table back as it was and reload again.")
        .examples(
            "I changed the registrant table, load it",
            "Reload uac_registrant",
            "Pick up the new trunk registration from the database")
        .aliases("reg_reload")
        .tool();
  }

  private static MiResult<JsonObject> count(Arguments arguments, ReadPorts ports) {
    MiResult<Walk> walk =
        ports.mi().read("reg_list", new JsonObject(), Registrant.ALL.reader(_ -> true));
    return switch (walk) {
      case MiResult.Failure<Walk>(var error) -> new MiResult.Failure<>(error);
      case MiResult.Success<Walk>(Walk read) -> {
        JsonObject state = new JsonObject();
        state.addProperty("registrations", read.rows());
        yield new MiResult.Success<>(state);
      }
    };
  }
}

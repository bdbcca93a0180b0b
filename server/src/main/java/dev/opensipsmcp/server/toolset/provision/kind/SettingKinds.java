package dev.opensipsmcp.server.toolset.provision.kind;

import dev.opensipsmcp.server.toolset.provision.Entity;
import dev.opensipsmcp.server.toolset.provision.Reference;
import dev.opensipsmcp.server.toolset.provision.Verb;
import dev.opensipsmcp.server.toolset.reload.RowProof;
import java.util.List;

/** Settings that the script reads, and price lists. */
final class SettingKinds {
  private static final String AT_START =
      " only when it starts; rc_reloadVendorRate and rc_reloadClientRate load one sheet meanwhile.";

  private SettingKinds() {}

  static Entity value() {
    return Entity.of("config_value", "platform", "config", "config")
        .is("config value", "config values", "a setting that the script reads as $config(name)")
        .key("name")
        .needs("name", "Name in $config(name)")
        .text("value", "What the script gets; NULL when absent")
        .text("description", "Note for people")
        .provenBy(
            RowProof.of("config_list", "[]", "name", "name")
                .asking("description", "1")
                .showing("value", "value", "description", "description"))
        .asked(
            Verb.LIST,
            "Which config values are stored?",
            "List the rows of table config",
            "Show stored settings that the script reads with $config")
        .asked(
            Verb.GET,
            "Show the stored config value max_calls",
            "Get one config value from the database",
            "What is stored as config value number 7?")
        .asked(
            Verb.CREATE,
            "Create a config value for the script",
            "Add the setting feature_x to table config",
            "Store a new $config value for good")
        .asked(
            Verb.UPDATE,
            "Change a stored config value",
            "Update the config value max_calls in the database",
            "Set $config(feature_x) to on so that it survives a restart")
        .asked(
            Verb.DELETE,
            "Delete a config value from the database",
            "Remove the stored setting feature_x",
            "Take a config value out of table config")
        .entity();
  }

  static Entity client() {
    return Entity.of("rc_client", "platform", "rc_clients", "rate_cacher")
        .is("rated client", "rated clients", "who pays by a price list")
        .key("client_id")
        .needs("client_id", "Name of the client")
        .number("wholesale_rate", "id of its wholesale rc_ratesheet; 0 none", 0, Integer.MAX_VALUE)
        .number("retail_rate", "id of its retail rc_ratesheet; 0 none", 0, Integer.MAX_VALUE)
        .otherwise("OpenSIPS reads table rc_clients" + AT_START)
        .asked(
            Verb.LIST,
            "Which rated clients are stored?",
            "List the rows of table rc_clients",
            "Show stored clients and their rate sheets")
        .asked(
            Verb.GET,
            "Show the stored rated client acme",
            "Get one rate_cacher client from the database",
            "Which retail rate is stored for client acme?")
        .asked(
            Verb.CREATE,
            "Create a rated client acme",
            "Add a client with its wholesale rate sheet to rate_cacher",
            "Store a new client that pays by a price list")
        .asked(
            Verb.UPDATE,
            "Change the retail rate sheet of a stored client",
            "Update rated client acme in the database",
            "Give a rate_cacher client another wholesale rate")
        .asked(
            Verb.DELETE,
            "Delete the rated client acme",
            "Remove a client from table rc_clients",
            "Take a rate_cacher client out of the database")
        .entity();
  }

  static Entity vendor() {
    return Entity.of("rc_vendor", "platform", "rc_vendors", "rate_cacher")
        .is("rated vendor", "rated vendors", "who is paid by a price list")
        .key("vendor_id")
        .needs("vendor_id", "Name of the vendor")
        .number("vendor_rate", "id of its rc_ratesheet; 0 none", 0, Integer.MAX_VALUE)
        .otherwise("OpenSIPS reads table rc_vendors" + AT_START)
        .asked(
            Verb.LIST,
            "Which rated vendors are stored?",
            "List the rows of table rc_vendors",
            "Show stored vendors and their rate sheets")
        .asked(
            Verb.GET,
            "Show the stored rated vendor telco1",
            "Get one rate_cacher vendor from the database",
            "Which rate sheet is stored for vendor telco1?")
        .asked(
            Verb.CREATE,
            "Create a rated vendor telco1",
            "Add a vendor with its rate sheet to rate_cacher",
            "Store a new vendor that is paid by a price list")
        .asked(
            Verb.UPDATE,
            "Change the rate sheet of a stored vendor",
            "Update rated vendor telco1 in the database",
            "Give a rate_cacher vendor another price list")
        .asked(
            Verb.DELETE,
            "Delete the rated vendor telco1",
            "Remove a vendor from table rc_vendors",
            "Take a rate_cacher vendor out of the database")
        .entity();
  }

  static Entity sheet() {
    return Entity.of("rc_ratesheet", "platform", "rc_ratesheets", "rate_cacher")
        .is("rate sheet", "rate sheets", "a price list, in a table of its own")
        .key("ratesheet_table")
        .needs("ratesheet_table", "Table with its prices: destination, prefix, price and so on")
        .needs("currency", "Currency of its prices, as EUR")
        .otherwise("OpenSIPS reads table rc_ratesheets" + AT_START)
        .namedIn(sheetOf("rc_clients", "wholesale_rate"))
        .namedIn(sheetOf("rc_clients", "retail_rate"))
        .namedIn(sheetOf("rc_vendors", "vendor_rate"))
        .asked(
            Verb.LIST,
            "Which rate sheets are stored?",
            "List the rows of table rc_ratesheets",
            "Show stored price lists and their currency")
        .asked(
            Verb.GET,
            "Show the stored rate sheet number 2",
            "Get one rate sheet row from the database",
            "Which currency is stored for rate sheet 2?")
        .asked(
            Verb.CREATE,
            "Create a rate sheet for table rc_demo_ratesheet",
            "Add a price list in EUR to rc_ratesheets",
            "Store a new rate sheet")
        .asked(
            Verb.UPDATE,
            "Change the currency of a rate sheet",
            "Update the table of a stored rate sheet",
            "Point a price list at another ratesheet_table")
        .asked(
            Verb.DELETE,
            "Delete a rate sheet from the database",
            "Remove price list 2 from rc_ratesheets",
            "Take a rate sheet out for good")
        .entity();
  }

  private static Reference sheetOf(String table, String column) {
    return Reference.equal(table, List.of(column), List.of("id"));
  }
}

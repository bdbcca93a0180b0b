package dev.opensipsmcp.server.toolset.store;

import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.ReadDraft;

/** Prices that module rate_cacher holds. Its changes in a row ended real servers: no tools. */
final class RatePrices {
  private RatePrices() {}

  static Tool vendor() {
    return priced("rate_get_vendor_price", "Price at a vendor")
        .what("Get what a vendor charges for a call to a number.")
        .useWhen("Use when least-cost routing chose an unexpected vendor.")
        .notFor("Not for what a client pays; use `rate_get_client_price`.")
        .sends("rc_getVendorPrice", "rate_cacher")
        .required("name", Schema.text("The vendor's name").longest(64))
        .required("number", NUMBER)
        .examples(
            "What does vendor1 charge for 4412?",
            "Vendor rate for this number",
            "Which prefix prices the number at the vendor?")
        .aliases("rc_getVendorPrice")
        .tool();
  }

  static Tool client() {
    return priced("rate_get_client_price", "Price for a client")
        .what("Get what a client pays for a call to a number.")
        .useWhen("Use when a client's price is in question.")
        .notFor("Not for what a vendor charges; use `rate_get_vendor_price`.")
        .sends("rc_getClientPrice", "rate_cacher")
        .required("name", Schema.text("The client's name").longest(64))
        .required("wholesale", Schema.flag("Its wholesale rate, else its retail one"))
        .required("number", NUMBER)
        .examples(
            "What does client1 pay for a call to 4412?",
            "Retail rate of a client for this number",
            "Which client price applies to the number?")
        .aliases("rc_getClientPrice")
        .tool();
  }

  private static final Schema NUMBER =
      Schema.text("Called number, without plus").longest(32).examples("441234567");

  private static ReadDraft priced(String name, String title) {
    return Lever.read(name, StoreToolset.NAME, title)
        .returns("Returns the matching prefix with its price; refused where nothing matches.")
        .answer(
            Schema.object(
                "The price",
                Schema.optional("prefix", Schema.text("Longest prefix that matches")),
                Schema.optional("destination", Schema.text("Its name")),
                Schema.optional("price", Schema.number("Price of a minute")),
                Schema.optional("minimum", Schema.integer("Least charged, seconds")),
                Schema.optional("increment", Schema.integer("Charged in steps of, seconds")),
                Schema.optional("currency", Schema.text("Its currency"))));
  }
}

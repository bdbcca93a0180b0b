package dev.opensipsmcp.server.toolset.backup.testdata;

import dev.opensipsmcp.facts.Facts;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import java.util.List;
import java.util.Optional;

/** The tools for test data. */
public final class TestDataTools {
  private static final String TOOLSET = "backup";
  private static final Demand MAKES = new Demand(Scope.DB_WRITE, Risk.REVERSIBLE);
  private static final Schema DOMAIN =
      Schema.text("Domain of the subscribers")
          .matching("^[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?$")
          .examples("test.example.org");
  private static final Schema PREFIX =
      Schema.text("What their names begin with").matching("^[A-Za-z][A-Za-z0-9_.-]{0,29}$");
  private static final Schema MADE =
      Schema.object(
          "What was made",
          Schema.required("batch", Schema.text("What test_data_clean knows it by")),
          Schema.required("table", Schema.text("The table")),
          Schema.required("rows", Schema.integer("How many rows")),
          Schema.required("first", Schema.text("The first of them")),
          Schema.required("last", Schema.text("The last of them")),
          Schema.optional(
              "file", Schema.text("File with the passwords, in test-data of the state directory")));

  private TestDataTools() {}

  /**
   * {@return the tools, sorted by name}
   *
   * @param ledger where it is written down what they made
   * @param secrets makes passwords
   */
  public static List<Tool> all(TestData ledger, Secrets secrets) {
    return List.of(clean(ledger), destinations(ledger), subscribers(ledger, secrets));
  }

  private static Tool clean(TestData ledger) {
    return new Tool(
        "test_data_clean",
        TOOLSET,
        "Take test rows away",
        new Description(
            "Clean up rows that were made for tests and still are what was made.",
            "Use when tests are over, or test accounts must not stay.",
            Optional.of("Not for rows that people made; use `db_backup_restore`."),
            Optional.of(
                "Effects: deletes the rows from the database; those that were changed since stay"
                    + " and are named. The node may still hold registrations of them. Undo: none."),
            "Returns one object: how many are gone, and which were left."),
        new Demand(Scope.DB_WRITE, Risk.DESTRUCTIVE),
        true,
        Schema.arguments(
            Schema.optional("batch", Schema.text("Only of this batch").longest(64)),
            Schema.optional("domain", DOMAIN),
            Schema.optional("username_prefix", PREFIX),
            Schema.optional("set_id", Schema.integer("Only of this set").atLeast(0))),
        Schema.object(
            "What is gone",
            Schema.required("deleted", Schema.integer("Rows")),
            Schema.required("gone_already", Schema.integer("Rows that were not there any more")),
            Schema.required(
                "changed_since", Schema.list("Rows that stay", Schema.map("Table and names")))),
        Needs.database(Needs.ANY_TABLE),
        List.of(
            "Delete the test subscribers again",
            "Clean up all generated test data",
            "Remove the test dispatcher set"),
        List.of("cleanup_test_data"),
        new Cleaning(ledger));
  }

  private static Tool destinations(TestData ledger) {
    return new Tool(
        "test_data_create_dispatchers",
        TOOLSET,
        "Dispatcher set for tests",
        new Description(
            "Create a dispatcher set for tests; its rows are known again and can be cleaned up.",
            "Use when a test needs destinations to dispatch to.",
            Optional.of("Not for taking them away; use `test_data_clean`."),
            Optional.of(
                "Effects: inserts rows into table dispatcher; the node has them after ds_reload,"
                    + " calls are not touched before. Undo: test_data_clean."),
            "Returns one object with the batch's name."),
        MAKES,
        false,
        Schema.arguments(
            Schema.required("set_id", Schema.integer("Number of the set").between(1, 1_000_000)),
            Schema.required("destinations", Schema.texts("SIP URIs, or host:port").most(100)),
            Schema.optional("socket", Schema.text("Socket to send from").longest(128))),
        MADE,
        Needs.database("dispatcher"),
        List.of(
            "Create a test dispatcher set with three destinations",
            "I need dispatcher test data in set 99",
            "Generate dispatcher destinations for a load test"),
        List.of("gen_test_dispatcher"),
        new Making(
            ledger,
            new Making.Kind() {
              @Override
              public Batch batch(Facts facts, Arguments arguments, String name) {
                return Batch.destinations(facts, arguments, name);
              }

              @Override
              public Batch sketch(Facts facts, Arguments arguments) {
                return Batch.destinations(facts, arguments, "planned");
              }

              @Override
              public String table() {
                return "dispatcher";
              }
            }));
  }

  private static Tool subscribers(TestData ledger, Secrets secrets) {
    return new Tool(
        "test_data_create_subscribers",
        TOOLSET,
        "Subscribers for tests",
        new Description(
            "Create subscribers for tests, with random passwords in a file of this server.",
            "Use when a test needs accounts that can register.",
            Optional.of("Not for taking them away; use `test_data_clean`."),
            Optional.of(
                "Effects: inserts rows into table subscriber with HA1 hashes only; a node that"
                    + " checks stored passwords lets them in not. The passwords are written to an"
                    + " owner-only file. Undo: test_data_clean."),
            "Returns one object with the batch's name, never a password."),
        MAKES,
        false,
        Schema.arguments(
            Schema.required("domain", DOMAIN),
            Schema.optional("count", Schema.integer("How many").between(1, 500).byDefault(10)),
            Schema.optional("username_prefix", PREFIX.byDefault("test")),
            Schema.optional(
                "first", Schema.integer("Number of the first").between(1, 99_999).byDefault(1))),
        MADE,
        Needs.database("subscriber"),
        List.of(
            "Create 50 test subscribers in test.example.org",
            "Generate test accounts for a registration test",
            "I need some subscribers to test with"),
        List.of("gen_test_subscribers"),
        new Making(
            ledger,
            new Making.Kind() {
              @Override
              public Batch batch(Facts facts, Arguments arguments, String name) {
                return Batch.subscribers(facts, arguments, secrets);
              }

              @Override
              public Batch sketch(Facts facts, Arguments arguments) {
                return Batch.accounts(facts, arguments);
              }

              @Override
              public String table() {
                return "subscriber";
              }
            }));
  }
}

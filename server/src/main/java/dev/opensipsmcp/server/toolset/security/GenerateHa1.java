package dev.opensipsmcp.server.toolset.security;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.opensipsmcp.server.secret.Ha1;
import dev.opensipsmcp.server.secret.Secret;
import dev.opensipsmcp.server.secret.SecretError;
import dev.opensipsmcp.server.secret.SecretForm;
import dev.opensipsmcp.server.secret.SecretResult;
import dev.opensipsmcp.server.secret.Secrets;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Scope;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.SecretArgument;
import dev.opensipsmcp.server.toolset.common.ToolError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tool {@code security_generate_ha1}. A hash lets its holder log in, so it is shown only to a
 * caller who knows the password anyway, or where the person who put it there released it.
 */
final class GenerateHa1 implements Work.Read {
  private static final String PASSWORD = "password";

  private final Secrets secrets;

  private GenerateHa1(Secrets secrets) {
    this.secrets = secrets;
  }

  static Tool tool(Secrets secrets) {
    return new Tool(
        "security_generate_ha1",
        SecurityToolset.NAME,
        "Hashes of a SIP password",
        new Description(
            "Generate the HA1 hashes of one subscriber's password: MD5, SHA-256, SHA-512/256.",
            "Use when a hash is wanted outside the database, or a strong password is to be made.",
            Optional.of("Not for seeing who is registered; use `registration_list`."),
            Optional.empty(),
            "Returns one object; shown_once has the hashes, and the password if it was made."),
        new Demand(Scope.SECRET_USE, Risk.READ),
        true,
        Schema.arguments(
            Schema.required("username", name("Subscriber's name, without domain")),
            Schema.required("domain", name("Domain, which is also the realm")),
            SecretArgument.optional("password_from"),
            Schema.optional(
                PASSWORD,
                Schema.text("Password in clear, seen by all who see this call").longest(256))),
        Schema.object(
            "The hashes",
            Schema.required("username", Schema.text("The name")),
            Schema.required("domain", Schema.text("The realm")),
            Schema.required("columns", Schema.texts("Columns of subscriber that take the hashes")),
            SecretArgument.SHOWN_ONCE),
        Needs.NOTHING,
        List.of(
            "Compute the HA1 of this subscriber's password",
            "Make a strong SIP password for alice and hash it",
            "I need the ha1 and ha1b digests for digest authentication"),
        List.of(),
        new GenerateHa1(secrets));
  }

  private static Schema name(String description) {
    return Schema.text(description).matching("^[^:\\s]+$").longest(64);
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    if (arguments.has(PASSWORD) == arguments.has("password_from")) {
      return ToolError.ARGUMENTS_INCOMPLETE.failure(
          "Exactly one of password_from and password is wanted.",
          "Give password_from: generate, or stored:NAME after the person stored it.");
    }
    SecretResult result =
        arguments.has(PASSWORD)
            ? secrets.given(arguments.text(PASSWORD), SecretForm.PASSWORD)
            : released(arguments.text("password_from"));
    return switch (result) {
      case SecretResult.Refused refused -> Outcome.Failure.of(refused);
      case SecretResult.Given(Secret password, boolean made) -> hashes(arguments, password, made);
    };
  }

  /** What is held back is not used up either. */
  private SecretResult released(String word) {
    return secrets.look(word, SecretForm.PASSWORD)
                instanceof SecretResult.Given(Secret secret, boolean _)
            && !secret.released()
        ? new SecretResult.Refused(
            SecretError.SECRET_HELD,
            "The hashes of this secret would let whoever sees them log in.",
            "Use the tool that stores them, or ask the person to put it there again with"
                + " opensips-mcp secret put NAME --release.")
        : secrets.take(word, SecretForm.PASSWORD);
  }

  private Outcome hashes(Arguments arguments, Secret password, boolean made) {
    String user = arguments.text("username");
    String domain = arguments.text("domain");
    JsonObject data = new JsonObject();
    data.addProperty("username", user);
    data.addProperty("domain", domain);
    JsonArray columns = new JsonArray();
    Map<String, Secret> shown = new LinkedHashMap<>();
    for (Ha1.Algorithm algorithm : Ha1.Algorithm.values()) {
      columns.add(algorithm.column());
      shown.put(algorithm.column(), secrets.secret(Ha1.of(algorithm, user, domain, password)));
    }
    shown.put("ha1b", secrets.secret(Ha1.withDomain(user, domain, password)));
    data.add("columns", columns);
    if (made) {
      shown.put(PASSWORD, password);
    }
    return new Outcome.Value(data, warnings(arguments, made), shown);
  }

  private static List<String> warnings(Arguments arguments, boolean made) {
    if (arguments.has(PASSWORD)) {
      return List.of(
          "The password went through the client and the model in clear; password_from keeps it out"
              + " of both");
    }
    return made ? List.of("The password and its hashes are shown in this result only") : List.of();
  }
}

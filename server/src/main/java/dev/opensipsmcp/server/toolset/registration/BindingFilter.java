package dev.opensipsmcp.server.toolset.registration;

import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Schema;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which contacts a caller wants. Empty texts and a negative number want any.
 *
 * @param domain the AOR's domain in lower case
 * @param aor part of the AOR in lower case
 * @param agent part of the User-Agent in lower case
 * @param address part of the contact, or of where its packets come from
 * @param socket part of the node's socket in lower case
 * @param within seconds in which it ends
 * @param natted whether it sits behind a NAT
 */
record BindingFilter(
    String domain,
    String aor,
    String agent,
    String address,
    String socket,
    int within,
    Optional<Boolean> natted)
    implements Predicate<Binding> {

  static final Schema.Property[] ARGUMENTS = {
    Schema.optional("domain", Schema.text("AOR's domain")),
    Schema.optional("aor", Schema.text("Part of it")),
    Schema.optional("user_agent", Schema.text("Part of it")),
    Schema.optional("address", Schema.text("Part of it")),
    Schema.optional("socket", Schema.text("Part of it")),
    Schema.optional("expires_within_s", Schema.integer("Ends within").atLeast(0)),
    Schema.optional("nat", Schema.text("Its NAT").oneOf("behind", "none"))
  };

  static BindingFilter of(Arguments arguments) {
    return new BindingFilter(
        lower(arguments, "domain"),
        lower(arguments, "aor"),
        lower(arguments, "user_agent"),
        lower(arguments, "address"),
        lower(arguments, "socket"),
        arguments.integer("expires_within_s", -1),
        arguments.maybeText("nat").map("behind"::equals));
  }

  private static String lower(Arguments arguments, String name) {
    return arguments.maybeText(name).orElse("").toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean test(Binding binding) {
    return (domain.isEmpty() || binding.domain().equalsIgnoreCase(domain))
        && (aor.isEmpty() || Binding.holds(binding.aor(), aor))
        && (agent.isEmpty() || Binding.holds(binding.agent(), agent))
        && (address.isEmpty()
            || Binding.holds(binding.uri(), address)
            || Binding.holds(binding.received(), address))
        && (socket.isEmpty() || Binding.holds(binding.socket(), socket))
        && (within < 0 || ends(binding))
        && (natted.isEmpty() || natted.get() == binding.natted());
  }

  private boolean ends(Binding binding) {
    long left = binding.expires();
    return left >= 0 ? left <= within : !binding.row().text("Expires").equals("permanent");
  }
}

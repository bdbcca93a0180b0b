package dev.opensipsmcp.sip.lint;

import dev.opensipsmcp.sip.message.HeaderValues;
import dev.opensipsmcp.sip.message.NameAddr;
import dev.opensipsmcp.sip.message.PrivateAddresses;
import dev.opensipsmcp.sip.message.SipMessage;
import dev.opensipsmcp.sip.message.SipUri;
import dev.opensipsmcp.sip.message.SipUris;
import dev.opensipsmcp.sip.message.StartLine;
import dev.opensipsmcp.sip.message.Via;
import java.util.List;

/** Rules for addresses and URIs. */
final class AddressRules {
  private final SipMessage message;
  private final List<Finding> findings;

  AddressRules(SipMessage message, List<Finding> findings) {
    this.message = message;
    this.findings = findings;
  }

  void check() {
    List<NameAddr> contacts = message.contacts();
    for (NameAddr contact : contacts) {
      if (PrivateAddresses.contain(contact.uri().host())) {
        add(Rule.SIP25, "Contact", "Contact has " + contact.uri().host() + ", a private address.");
        break;
      }
    }
    for (String name : new String[] {"Route", "Record-Route"}) {
      boolean strict =
          HeaderValues.nameAddrs(message.headers(name)).stream()
              .anyMatch(hop -> !hop.uri().parameters().containsKey("lr"));
      if (strict) {
        add(Rule.SIP36, name, "A hop in " + name + " lacks lr, which asks for strict routing.");
      }
    }
    message.from().ifPresent(from -> uri("From", from.uri()));
    message.to().ifPresent(to -> uri("To", to.uri()));
    contacts.forEach(contact -> uri("Contact", contact.uri()));
    if (message.start() instanceof StartLine.Request(String method, String target)) {
      via();
      SipUris.parse(target).ifPresent(uri -> target(method, uri, contacts));
    }
  }

  private void via() {
    List<Via> vias = message.vias();
    if (vias.isEmpty()) {
      return;
    }
    Via top = vias.getFirst();
    if (PrivateAddresses.contain(top.host())
        && !top.parameters().containsKey("rport")
        && !top.parameters().containsKey("received")) {
      add(
          Rule.SIP26,
          "Via",
          "The topmost hop is at " + top.host() + ", a private address, and asks for no rport.");
    }
  }

  private void target(String method, SipUri uri, List<NameAddr> contacts) {
    uri("start line", uri);
    if (method.equals("REGISTER") && uri.user().isPresent()) {
      add(Rule.SIP37, "start line", "The Request-URI of a REGISTER has a user.");
    }
    if (uri.scheme().equals("sips")
        && contacts.stream().anyMatch(contact -> contact.uri().scheme().equals("sip"))) {
      add(Rule.SIP34, "Contact", "The Request-URI is sips, Contact only sip.");
    }
  }

  private void uri(String where, SipUri uri) {
    if (uri.text().contains(":***@")) {
      add(Rule.SIP44, where, "A URI carries a password.");
    }
    if (uri.scheme().equals("tel")
        && !uri.user().orElse("").startsWith("+")
        && !uri.parameters().containsKey("phone-context")) {
      add(Rule.SIP45, where, "A local telephone number does not say where it is local.");
    }
  }

  private void add(Rule rule, String where, String text) {
    findings.add(rule.at(where, text));
  }
}

package dev.opensipsmcp.cfg.internal.flow;

import dev.opensipsmcp.cfg.flow.Mark;
import dev.opensipsmcp.cfg.flow.World;
import dev.opensipsmcp.cfg.flow.Worlds;
import dev.opensipsmcp.cfg.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a comparison of a variable tells. */
final class Comparison {
  private static final Set<String> SENDER =
      Set.of(
          "si",
          "src_ip",
          "socket_in",
          "tls_peer_subject",
          "tls_peer_subject_cn",
          "tls_peer_san_hostname",
          "tls_peer_san_uri",
          "tls_peer_verified");
  private static final Set<String> USER =
      Set.of("fU", "tU", "fu", "tu", "rU", "from", "to", "from.user", "to.user", "ruri.user");

  private final Memory memory;
  private final Set<String> ofSender;

  /**
   * Makes it.
   *
   * @param memory what the script remembers
   * @param ofSender the variables that a look-up of the sender's address fills
   */
  Comparison(Memory memory, Set<String> ofSender) {
    this.memory = memory;
    this.ofSender = Set.copyOf(ofSender);
  }

  /** {@return the ways that part at a comparison, whose calls were already followed} */
  Split split(Expression.Binary comparison, Worlds worlds) {
    Optional<Mention> left = Expressions.variable(comparison.left());
    Optional<String> constant =
        Expressions.constant(comparison.right()).filter(text -> text.indexOf('$') < 0);
    String operator = comparison.operator();
    boolean denied = operator.equals("!=") || operator.equals("!~");
    List<Mention> all = Mentions.in(comparison);
    if (left.isPresent() && constant.isPresent()) {
      Optional<Split> told = told(left.get(), operator, constant.get(), worlds);
      if (told.isPresent()) {
        return denied ? told.get().turned() : told.get();
      }
    }
    long learnt = learnt(all);
    if (learnt != 0) {
      boolean zero = constant.filter(text -> text.equals("0") || text.isEmpty()).isPresent();
      Split split = new Split(marked(worlds, learnt), worlds);
      return denied != zero ? new Split(worlds, marked(worlds, learnt)) : split;
    }
    return Split.both(
        all.stream().anyMatch(mention -> mention.is("ml"))
            ? marked(worlds, Mark.VALIDATED.bit())
            : worlds);
  }

  /** {@return the ways that part at the truth of a variable} */
  Split truth(Mention mention, Worlds worlds) {
    if (mention.is("tt")) {
      return part(worlds, Role.TAG_TEST);
    }
    if (mention.is("rc", "retcode")) {
      return returned(worlds, ">", 0);
    }
    if (mention.is("du", "duri")) {
      return destination(worlds);
    }
    if (memory.follows(mention.key())) {
      return new Split(
          worlds.where(world -> memory.mayBeTrue(world, mention.key())),
          worlds.where(world -> memory.mayBeFalse(world, mention.key())));
    }
    long learnt = learnt(List.of(mention));
    return new Split(marked(worlds, learnt), worlds);
  }

  private Optional<Split> told(Mention mention, String operator, String constant, Worlds worlds) {
    boolean equality = operator.equals("==") || operator.equals("!=");
    boolean match = operator.equals("=~") || operator.equals("!~");
    boolean plain = mention.transformations().isEmpty();
    if (mention.is("rm") && plain && (equality || match)) {
      Optional<Integer> methods =
          equality ? Optional.of(Methods.listed(constant)) : Methods.matched(constant);
      return methods.map(bits -> methods(worlds, bits));
    }
    if (mention.is("rc", "retcode") && constant.matches("-?[0-9]{1,9}")) {
      Split split = returned(worlds, equality ? "==" : operator, Integer.parseInt(constant));
      return Optional.of(split);
    }
    if (mention.is("tt") && plain && equality && constant.isEmpty()) {
      return Optional.of(part(worlds, Role.TAG_TEST).turned());
    }
    if (mention.is("du", "duri") && plain && equality && constant.isEmpty()) {
      return Optional.of(destination(worlds).turned());
    }
    if (mention.is("rd", "ruri.domain") && plain && (equality || match)) {
      return Optional.of(part(worlds, Role.TO_TEST));
    }
    if (mention.is("fd", "from.domain") && plain && (equality || match)) {
      return Optional.of(part(worlds, Role.FROM_TEST));
    }
    if (plain && !match && memory.follows(mention.key())) {
      String key = mention.key();
      String asked = equality ? "==" : operator;
      return Optional.of(
          new Split(
              worlds.where(world -> memory.may(world, key, asked, constant)),
              worlds.where(world -> memory.mayNot(world, key, asked, constant))));
    }
    return Optional.empty();
  }

  private long learnt(List<Mention> mentions) {
    if (mentions.stream().anyMatch(m -> SENDER.contains(m.name()) || ofSender.contains(m.key()))) {
      return Mark.TRUSTED.bit();
    }
    boolean credentials = mentions.stream().anyMatch(mention -> mention.is("au", "Au", "aU"));
    boolean user = mentions.stream().anyMatch(mention -> USER.contains(mention.name()));
    return credentials && (user || mentions.size() > 1) ? Mark.IDENTIFIED.bit() : 0;
  }

  /** {@return the ways that part at whether a destination is set: by a Route or by the script} */
  private static Split destination(Worlds worlds) {
    return new Split(
        worlds.each(
            world -> world.any(Mark.LOOSE_ROUTED) ? world : world.with(Mark.DIRECTED.bit(), 0)),
        worlds.each(world -> world.with(0, Mark.LOOSE_ROUTED.bit())));
  }

  static Split methods(Worlds worlds, int bits) {
    return new Split(
        worlds.each(world -> world.only(bits)).where(world -> world.methods() != 0),
        worlds.each(world -> world.only(~bits)).where(world -> world.methods() != 0));
  }

  /** {@return the ways that part at a question that always gets the same answer} */
  static Split part(Worlds worlds, Role role) {
    return new Split(
        worlds
            .where(world -> (world.sure() & role.no()) == 0)
            .each(world -> world.with(role.yes() | role.always(), 0)),
        worlds
            .where(world -> (world.sure() & role.yes()) != role.yes())
            .each(world -> world.with(role.no() | role.always(), 0)));
  }

  /** {@return the ways that part at what the last call returned} */
  static Split returned(Worlds worlds, String operator, int number) {
    boolean positive =
        number > 0 || (number == 0 && (operator.equals(">") || operator.equals(">=")));
    Split positiveFirst =
        new Split(
            worlds.where(world -> !world.surely(Mark.RC_NEGATIVE)),
            worlds.where(world -> !world.surely(Mark.RC_POSITIVE)));
    Split negativeFirst = positiveFirst.turned();
    return switch (operator) {
      case ">", ">=" -> number <= 1 ? positiveFirst : new Split(positiveFirst.yes(), worlds);
      case "<", "<=" -> number <= 1 ? negativeFirst : new Split(worlds, positiveFirst.yes());
      case "==" ->
          number == 1
              ? positiveFirst
              : new Split(positive ? positiveFirst.yes() : positiveFirst.no(), worlds);
      default -> Split.both(worlds);
    };
  }

  private static Worlds marked(Worlds worlds, long marks) {
    return marks == 0 ? worlds : worlds.each((World world) -> world.with(marks, 0));
  }
}

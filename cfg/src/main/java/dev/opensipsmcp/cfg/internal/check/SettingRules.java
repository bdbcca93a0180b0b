package dev.opensipsmcp.cfg.internal.check;

import dev.opensipsmcp.cfg.check.Names;
import dev.opensipsmcp.cfg.finding.Severity;
import dev.opensipsmcp.cfg.syntax.Item;
import dev.opensipsmcp.cfg.syntax.Literal;
import dev.opensipsmcp.cfg.syntax.Word;
import dev.opensipsmcp.facts.GlobalParameter;
import dev.opensipsmcp.facts.GlobalParameter.Form;
import dev.opensipsmcp.facts.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Global parameters: is there such a one, and does its value have a form that it takes. */
final class SettingRules {
  private final Scope scope;
  private final Set<String> names;
  private final Memo<Optional<String>> hints = new Memo<>(Optional.empty());
  private final Memo<String> elsewhere = new Memo<>("");

  SettingRules(Scope scope) {
    this.scope = scope;
    names =
        scope.facts().core().globalParameters().stream()
            .map(GlobalParameter::name)
            .collect(Collectors.toSet());
  }

  void check() {
    for (Item item : scope.tree().items()) {
      switch (item) {
        case Item.Setting setting -> check(setting);
        case Item.Listener listener -> find(listener.name());
        case Item.Special special -> {
          find(special.name());
          checkBuild(special.name());
        }
        case Item.ModulePath path -> checkPath(path);
        default -> {}
      }
    }
  }

  private void checkBuild(Word word) {
    if (word.text().equals("mem-group")) {
      scope
          .report()
          .lesser(
              "depends-on-build",
              Severity.UNKNOWN,
              word.span(),
              "mem-group is there only in an OpenSIPS built with SHM_EXTRA_STATS.",
              "A usual build refuses the file; which one yours is, the facts can't tell.",
              "See whether opensips -V lists SHM_EXTRA_STATS, or remove the group.");
    }
  }

  private void checkPath(Item.ModulePath path) {
    if (!path.path().quoted()) {
      scope
          .report()
          .fatal(
              "setting-value",
              Stage.READING,
              path.path().span(),
              "mpath takes a string in quotes.",
              "Write mpath=\"" + path.path().value() + "\".");
    }
  }

  private void check(Item.Setting setting) {
    Optional<GlobalParameter> parameter = find(setting.name());
    if (parameter.isEmpty() || setting.value().size() != 1) {
      return;
    }
    Set<Form> forms = parameter.get().forms();
    Literal value = setting.value().getFirst();
    boolean own = forms.contains(Form.OWN) && !quotedForNumber(value, forms);
    if (!forms.isEmpty() && !own && !fits(value, forms)) {
      scope
          .report()
          .fatal(
              "setting-value",
              Stage.READING,
              value.span(),
              setting.name().text() + " takes " + described(forms) + ".",
              fix(value, forms));
    }
  }

  /** Workers may have a syntax of their own behind their number, which is never in quotes. */
  private static boolean quotedForNumber(Literal value, Set<Form> forms) {
    return value instanceof Literal.Text text
        && text.quoted()
        && forms.contains(Form.NUMBER)
        && !forms.contains(Form.STRING);
  }

  private Optional<GlobalParameter> find(Word word) {
    String name = word.text().equals("mem-group") ? "memgroup" : word.text();
    Optional<GlobalParameter> found = scope.facts().core().globalParameter(name);
    if (found.isEmpty()) {
      unknown(word);
    }
    return found;
  }

  private void unknown(Word word) {
    String name = word.text();
    scope
        .report()
        .fatal(
            "unknown-setting",
            Stage.READING,
            word.span(),
            "%s has no global parameter %s%s."
                .formatted(
                    scope.opensips(),
                    Words.brief(name),
                    elsewhere.get(
                        name,
                        () ->
                            Words.elsewhere(
                                Names.versionsOfGlobalParameter(name), scope.version()))),
            hints.get(name, () -> hint(name)));
  }

  private Optional<String> hint(String name) {
    return Renames.of("g", name, scope.version())
        .map(it -> "Use " + it + ", which took its place.")
        .or(() -> Words.meant(Nearest.close().to(name, names)))
        .or(() -> Optional.of("Remove it."));
  }

  private static boolean fits(Literal value, Set<Form> forms) {
    return switch (value) {
      case Literal.Number number ->
          forms.contains(Form.SIGNED_NUMBER)
              || (forms.contains(Form.NUMBER) && number.value() >= 0);
      case Literal.Text text -> {
        if (text.quoted()) {
          yield forms.contains(Form.STRING);
        }
        yield Values.isSwitch(text.value())
            ? forms.contains(Form.NUMBER) || forms.contains(Form.SIGNED_NUMBER)
            : forms.contains(Form.WORD);
      }
      case Literal.Null _, Literal.Address _ -> false;
    };
  }

  private static String described(Set<Form> forms) {
    return Words.or(
        List.of(Form.NUMBER, Form.SIGNED_NUMBER, Form.STRING, Form.WORD).stream()
            .filter(forms::contains)
            .map(SettingRules::described)
            .toList());
  }

  private static String described(Form form) {
    return switch (form) {
      case NUMBER -> "a number that is not negative";
      case SIGNED_NUMBER -> "a number";
      case STRING -> "a string in quotes";
      case WORD -> "a bare word";
      case OWN -> "a value of its own form";
    };
  }

  private static Optional<String> fix(Literal value, Set<Form> forms) {
    if (value instanceof Literal.Text text) {
      if (text.quoted() && (forms.contains(Form.NUMBER) || forms.contains(Form.SIGNED_NUMBER))) {
        return Values.whole(text.value())
            .map(it -> "Write " + it + " without quotes.")
            .or(() -> Optional.of("Write a number without quotes."));
      }
      if (text.quoted() && forms.contains(Form.WORD)) {
        return Optional.of("Write " + text.value() + " without quotes.");
      }
    }
    return forms.contains(Form.STRING) ? Optional.of("Put the value in quotes.") : Optional.empty();
  }
}

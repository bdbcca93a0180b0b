package dev.opensipsmcp.server.toolset.dialog;

import dev.opensipsmcp.server.tool.Arguments;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which dialogs a caller wants.
 *
 * @param caller part of the From URI in lower case, empty for any
 * @param callee part of the To URI in lower case, empty for any
 * @param fromTag the caller's tag, empty for any
 * @param state a state's name, empty for any
 * @param olderThan seconds since the answer at least; negative for any
 * @param now the time that ages are counted to
 */
record DialogFilter(
    String caller, String callee, String fromTag, String state, int olderThan, Instant now)
    implements Predicate<Dialog> {

  /** {@return the filter of a call of {@code dlg_list}} */
  static DialogFilter of(Arguments arguments, Instant now) {
    return new DialogFilter(
        arguments.maybeText("caller").orElse("").toLowerCase(Locale.ROOT),
        arguments.maybeText("callee").orElse("").toLowerCase(Locale.ROOT),
        arguments.maybeText("from_tag").orElse(""),
        arguments.maybeText("state").orElse(""),
        arguments.integer("older_than_s", -1),
        now);
  }

  /** {@return whether every dialog passes} */
  boolean all() {
    return caller.isEmpty()
        && callee.isEmpty()
        && fromTag.isEmpty()
        && state.isEmpty()
        && olderThan < 0;
  }

  @Override
  public boolean test(Dialog dialog) {
    return (olderThan < 0 || dialog.age(now) >= olderThan)
        && (state.isEmpty() || state.equals(dialog.stateName()))
        && (fromTag.isEmpty() || fromTag.equals(dialog.callerTag()))
        && dialog.caller().toLowerCase(Locale.ROOT).contains(caller)
        && dialog.callee().toLowerCase(Locale.ROOT).contains(callee);
  }
}

package dev.opensipsmcp.server.toolset.numbers;

import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.Toolset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the toolset {@code numbers}. */
public final class NumbersToolset {

  private NumbersToolset() {}

  /** {@return the tools for number rules, address lists and domains} */
  public static Toolset make() {
    List<Tool> tools = new ArrayList<>();
    tools.add(CarrierDump.tool());
    tools.addAll(CarrierLevers.tools());
    tools.addAll(TrieLevers.tools());
    tools.addAll(DialplanLevers.tools());
    tools.addAll(AddressLevers.tools());
    tools.addAll(DomainLevers.tools());
    tools.sort(Comparator.comparing(Tool::name));
    return new Toolset(
        "numbers",
        "Numbers and who may send them: carrier routes, tries, dialplan, addresses, domains.",
        tools);
  }
}

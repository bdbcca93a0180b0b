package dev.opensipsmcp.server.toolset.diagnose;

import com.google.gson.JsonObject;
import dev.opensipsmcp.server.tool.Arguments;
import dev.opensipsmcp.server.tool.Demand;
import dev.opensipsmcp.server.tool.Description;
import dev.opensipsmcp.server.tool.Needs;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.tool.ReadPorts;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.SharedParameters;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.tool.Work;
import dev.opensipsmcp.server.toolset.common.Json;
import dev.opensipsmcp.server.toolset.common.Paging;
import dev.opensipsmcp.server.toolset.diagnose.engine.Look;
import dev.opensipsmcp.server.toolset.diagnose.engine.Rule;
import dev.opensipsmcp.server.toolset.diagnose.engine.Task;
import dev.opensipsmcp.server.toolset.diagnose.task.Tasks;
import java.util.List;
import java.util.Optional;

/** The tool {@code diagnose_list_tasks}. */
final class ListTasks implements Work.Read {
  private static final int PAGE = 25;

  private ListTasks() {}

  static Tool tool() {
    return new Tool(
        "diagnose_list_tasks",
        DiagnoseToolset.NAME,
        "What can be diagnosed",
        new Description(
            "List the operator's tasks that can be diagnosed, and what each looks at.",
            "Use when a symptom was taken for the wrong task, or to see what is judged.",
            Optional.of("Not for the diagnosis itself; use `diagnose`."),
            Optional.empty(),
            "Returns a page of tasks; 25 in all."),
        Demand.MI_READ,
        true,
        Schema.arguments(
            SharedParameters.limit(PAGE, 100), SharedParameters.CURSOR, SharedParameters.FIELDS),
        Schema.list(
            "Tasks",
            Schema.object(
                "One task",
                Schema.required("task", Schema.text("Its id")),
                Schema.required("title", Schema.text("What it is about")),
                Schema.required("symptom", Schema.text("How operators say it")),
                Schema.required("looks_at", Schema.texts("What is looked at")),
                Schema.required("looks_for", Schema.texts("What is judged")))),
        Needs.NOTHING,
        List.of(
            "What can you diagnose?",
            "List the operator tasks",
            "Which symptoms do you know how to diagnose?"),
        List.of(),
        new ListTasks());
  }

  @Override
  public Outcome run(Arguments arguments, ReadPorts ports) {
    return Paging.page(Tasks.ALL.stream().map(ListTasks::row).toList(), arguments, PAGE, List.of());
  }

  private static JsonObject row(Task task) {
    JsonObject row = Json.object("task", task.id());
    row.addProperty("title", task.title());
    row.addProperty("symptom", task.symptoms().getFirst());
    row.add("looks_at", Json.texts(task.looks().stream().map(Look::what).toList()));
    row.add("looks_for", Json.texts(task.rules().stream().map(Rule::about).toList()));
    return row;
  }
}

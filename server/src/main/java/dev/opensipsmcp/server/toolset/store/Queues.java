package dev.opensipsmcp.server.toolset.store;

import dev.opensipsmcp.server.tool.Risk;
import dev.opensipsmcp.server.tool.Schema;
import dev.opensipsmcp.server.tool.Tool;
import dev.opensipsmcp.server.toolset.lever.Filter;
import dev.opensipsmcp.server.toolset.lever.Lever;
import dev.opensipsmcp.server.toolset.lever.States;
import java.util.Map;

/** The queues of module mqueue, in which a script leaves items for others. */
final class Queues {
  private Queues() {}

  static Tool list() {
    return Lever.read("mqueue_list", StoreToolset.NAME, "Message queues")
        .what("List the message queues of a node with their sizes (since 3.5).")
        .useWhen("Use when items pile up, or to find a queue's name.")
        .notFor("Not for the items; use `mqueue_fetch`.")
        .returns("Returns a page of rows.")
        .sends("mq_get_sizes", "mqueue")
        .local(Schema.optional("name", Schema.text("Part of the name").longest(64)))
        .rows("Queue[]")
        .column("name", "name", Schema.text("Name"))
        .column("size", "size", Schema.integer("Items in it"))
        .filter(Filter.part("name", "name"))
        .examples(
            "How long are the message queues?",
            "Which mqueue queues exist?",
            "Do items pile up in queue q1?")
        .aliases("mq_get_sizes", "mq_get_size")
        .tool();
  }

  static Tool fetch() {
    return Lever.change("mqueue_fetch", StoreToolset.NAME, "Take items from a queue")
        .what("Fetch items from a message queue, which takes them out of it (since 3.5).")
        .useWhen("Use when the items must be seen or thrown away.")
        .notFor("Not for the number of items; use `mqueue_list`.")
        .returns("Returns the items, and the queue's size before and after.")
        .sends("mq_fetch", "mqueue")
        .also("mq_get_sizes", "mqueue")
        .required("name", Schema.text("The queue's name, from mqueue_list").longest(64))
        .optional(
            "count", "limit", Schema.integer("Items at most; one when absent").between(1, 1000))
        .risk(Risk.DESTRUCTIVE)
        .notIdempotent()
        .state(
            States.row(
                "mq_get_sizes",
                States.nothing(),
                "Queue[]",
                (row, arguments) -> row.text("name").equals(arguments.text("name")),
                Map.of("size", "size")))
        .mustExist("List them with mqueue_list.")
        .summary("Take items out of queue {name}.")
        .plans("The items are gone for the process that should have had them.")
        .effects("Effects: the items leave the queue. Undo: none; the result keeps them.")
        .noUndo("MI can't put items into a queue; the result keeps them.")
        .examples(
            "Take the next item out of queue q1",
            "Empty the message queue missed",
            "Fetch ten items from an mqueue")
        .aliases("mq_fetch")
        .tool();
  }
}

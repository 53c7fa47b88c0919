// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Views and triggers, and the events that there is no place for. */
final class MariaDbObjectReader {
    private final MariaDbReading reading;

    MariaDbObjectReader(MariaDbReading reading) {
        this.reading = reading;
    }

    // views

    List<View> views() {
        List<View> views = new ArrayList<>();
        String query = MariaDbCatalog.views(reading.dialect().server());
        for (CatalogRow row : reading.rows(query, "table_schema", "table_name")) {
            TableName name = reading.table(row);
            if (reading.scope().hasName(name)) {
                view(row, name).ifPresent(views::add);
            }
        }
        return views;
    }

    private Optional<View> view(CatalogRow row, TableName name) {
        String text = row.nullableText("view_definition");
        if (text == null || text.isBlank() || !isShown(row, name)) {
            reading.unreadable(
                    ObjectKind.VIEW, name, null, "The right to see its query is missing; grant SHOW VIEW and SELECT.");
            return Optional.empty();
        }
        Optional<String> query = OwnNames.without(reading.defaultSchema(), printed(row, name));
        if (query.isEmpty()) {
            reading.unreadable(
                    ObjectKind.VIEW,
                    name,
                    null,
                    "A name in it is that of the database, which is before other names, too; choose another.");
        }
        return query.map(
                own -> View.of(name, MariaDbReading.definition(own.strip())).withOptions(options(row)));
    }

    /** Its definer sees the text in the catalogue in any case, but may not have it shown without the rights. */
    private boolean isShown(CatalogRow row, TableName name) {
        String schema = reading.realSchema(name);
        return !reading.isUser(row.text("definer"))
                || reading.rights().has("SELECT", schema, name.name())
                        && reading.rights().has("SHOW VIEW", schema, name.name());
    }

    /** As the server prints it anew, from what it has stored: a view that is made by that is printed alike. */
    private String printed(CatalogRow row, TableName name) {
        String statement = reading.query("show create view " + reading.dialect().name(name))
                .get(0)
                .text("create view");
        String quoted = Backticks.quote(name.name()) + " AS ";
        int start = statement.indexOf(quoted, statement.indexOf(" VIEW ")) + quoted.length();
        String option = " WITH " + row.text("check_option") + " CHECK OPTION";
        int end = statement.endsWith(option) ? statement.length() - option.length() : statement.length();
        return statement.substring(start, end);
    }

    /** What differs from what is so where nothing is said. */
    private List<String> options(CatalogRow row) {
        List<String> options = new ArrayList<>();
        if (!row.text("algorithm").equals("UNDEFINED")) {
            options.add("algorithm=" + row.text("algorithm").toLowerCase(Locale.ROOT));
        }
        String definer = reading.definer(row).strip();
        if (!definer.isEmpty()) {
            options.add(definer);
        }
        if (row.text("security_type").equals("INVOKER")) {
            options.add("sql security invoker");
        }
        if (!row.text("check_option").equals("NONE")) {
            options.add("with " + row.text("check_option").toLowerCase(Locale.ROOT) + " check option");
        }
        return options;
    }

    // triggers

    List<Trigger> triggers() {
        hiddenTriggers();
        Map<String, List<CatalogRow>> earlier = new HashMap<>();
        List<Trigger> triggers = new ArrayList<>();
        for (CatalogRow row : reading.rows(MariaDbCatalog.TRIGGERS, "trigger_schema", "event_object_table")) {
            TableName table = reading.table(row);
            if (reading.scope().hasName(table)) {
                String event = table + " " + row.text("action_timing") + " " + row.text("event_manipulation");
                trigger(row, table, earlier.computeIfAbsent(event, key -> new ArrayList<>()))
                        .ifPresent(triggers::add);
            }
        }
        return triggers;
    }

    /** @param earlier those of the same event whose names come before, and so stand when this one is made */
    private Optional<Trigger> trigger(CatalogRow row, TableName table, List<CatalogRow> earlier) {
        TableName name = reading.name(row, "trigger_schema", "trigger_name");
        if (!isMadeByItsMode(reading, row, ObjectKind.TRIGGER, name)) {
            return Optional.empty();
        }
        String text = "create " + reading.definer(row) + "trigger "
                + reading.dialect().name(name) + " "
                + row.text("action_timing").toLowerCase(Locale.ROOT) + " "
                + row.text("event_manipulation").toLowerCase(Locale.ROOT) + " on "
                + reading.dialect().name(table) + " for each row " + place(row, earlier) + body(row, name);
        earlier.add(row);
        return Optional.of(new Trigger(name, table, MariaDbReading.definition(reading.byItsMode(row, text))));
    }

    private String body(CatalogRow row, TableName name) {
        String told = row.text("action_statement");
        return ShownBody.isRewritten(told)
                ? ShownBody.ofTrigger(
                        reading.query("show create trigger " + reading.dialect().name(name))
                                .get(0)
                                .text("sql original statement"))
                : told;
    }

    /** By itself it would come after all others of its event. */
    private String place(CatalogRow row, List<CatalogRow> earlier) {
        return earlier.stream()
                .filter(other -> other.number("action_order") > row.number("action_order"))
                .min((one, other) -> Long.compare(one.number("action_order"), other.number("action_order")))
                .map(next -> "precedes " + reading.dialect().quote(next.text("trigger_name")) + " ")
                .orElse("");
    }

    /** Whether a statement can make it; MySQL cannot set the mode for one. */
    static boolean isMadeByItsMode(MariaDbReading reading, CatalogRow row, ObjectKind kind, TableName name) {
        boolean made = reading.isOfOurMode(row) || reading.dialect().server() == Server.MARIADB;
        if (!made) {
            reading.unreadable(
                    kind,
                    name,
                    null,
                    "It runs by the sql_mode \"" + row.text("sql_mode") + "\"." + MariaDbReading.BY_HAND);
        }
        return made;
    }

    /** Of a table on which the user has not the right, the server shows none. */
    private void hiddenTriggers() {
        if (reading.scope().names() == null) {
            reading.schemas().stream()
                    .filter(schema -> !reading.rights().has("TRIGGER", schema, null))
                    .forEach(schema -> reading.hidden(schema, "triggers", "TRIGGER"));
            return;
        }
        for (TableName table : reading.scope().names()) {
            if (!reading.rights().has("TRIGGER", reading.realSchema(table), table.name())) {
                reading.unreadable(
                        ObjectKind.TABLE, table, "triggers", "The right to see them is missing; grant TRIGGER.");
            }
        }
    }

    // events

    void events() {
        for (CatalogRow row : reading.rows(MariaDbCatalog.EVENTS, "event_schema")) {
            reading.unreadable(
                    ObjectKind.SCHEMA,
                    TableName.of(row.text("event_schema")),
                    "event \"" + row.text("event_name") + "\"",
                    "It has no place in a schema here." + MariaDbReading.BY_HAND);
        }
        reading.schemas().stream()
                .filter(schema -> !reading.rights().has("EVENT", schema, null))
                .forEach(schema -> reading.hidden(schema, "events", "EVENT"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.graph.RevisionGraph;
import io.aludel.migrate.script.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All scripts and their order. */
public final class Revisions {
    private final RevisionGraph graph;
    private final Map<String, Script> byId;

    private Revisions(RevisionGraph graph, Map<String, Script> byId) {
        this.graph = graph;
        this.byId = byId;
    }

    /**
     * Puts scripts in order.
     *
     * @throws MigrationException if they are in no sound order; see {@link RevisionGraph#of}
     */
    public static Revisions of(List<Script> scripts) {
        Map<String, Script> byId = new LinkedHashMap<>();
        for (Script script : scripts) {
            Script other = byId.put(script.id(), script);
            if (other != null) {
                throw new MigrationException(
                        "MIG-006",
                        "Two scripts are revision " + script.id() + ": " + other.fileName() + " and "
                                + script.fileName() + "; give one of them another id.");
            }
        }
        return new Revisions(RevisionGraph.of(scripts.stream().map(Script::node).toList()), Map.copyOf(byId));
    }

    public RevisionGraph graph() {
        return graph;
    }

    public Script script(String id) {
        return Objects.requireNonNull(byId.get(graph.node(id).id()));
    }

    /** All of them, parents first. */
    public List<Script> inOrder() {
        return graph.ids().stream().map(this::script).toList();
    }

    /**
     * Looks whether the database's history and the scripts speak of the same.
     *
     * @param place the database, for people
     * @throws UnknownAppliedRevisionException if the database has what the scripts do not know
     * @throws EditedRevisionException if an applied script says something else now
     */
    public void verify(String place, List<HistoryEntry> entries) {
        requireKnown(place, entries);
        for (HistoryEntry entry : edited(entries)) {
            throw new EditedRevisionException(
                    place, entry, script(entry.revision()).fileName());
        }
    }

    /**
     * Looks whether the scripts know all that the database has, whatever they say.
     *
     * @throws UnknownAppliedRevisionException if not
     */
    void requireKnown(String place, List<HistoryEntry> entries) {
        List<HistoryEntry> unknown = unknown(entries);
        if (!unknown.isEmpty()) {
            throw new UnknownAppliedRevisionException(place, unknown);
        }
    }

    /** The applied revisions that the scripts do not know. */
    public List<HistoryEntry> unknown(List<HistoryEntry> entries) {
        return entries.stream()
                .filter(entry -> !graph.contains(entry.revision()))
                .toList();
    }

    /** The applied revisions whose scripts say something else now. */
    public List<HistoryEntry> edited(List<HistoryEntry> entries) {
        return entries.stream()
                .filter(entry -> graph.contains(entry.revision()))
                .filter(entry -> !script(entry.revision()).checksum().equals(entry.checksum()))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.MigrationException;
import java.util.List;

/** A revision was begun and is not done, so that nothing else can be done yet. */
public class UnfinishedRevisionException extends MigrationException {
    private final String revision;
    private final Way way;

    private UnfinishedRevisionException(String revision, Way way, String message) {
        super("MIG-021", message);
        this.revision = revision;
        this.way = way;
    }

    /**
     * The revision that the steps are of, which must be known, and begun in this way.
     *
     * @param place the database, for people
     */
    static String require(String place, Revisions revisions, Way way, List<Step> begun) {
        Step step = begun.get(0);
        String found = "Revision " + step.revision() + " is half-way "
                + step.way().text() + " in " + place + " (" + done(begun) + " statements that were begun are done).";
        if (!revisions.graph().contains(step.revision())) {
            throw new UnfinishedRevisionException(
                    step.revision(),
                    step.way(),
                    found + " No script knows it: bring the missing script here, from another branch perhaps, or see"
                            + " `aludel repair`. Nothing was done.");
        }
        if (step.way() != way) {
            throw new UnfinishedRevisionException(
                    step.revision(),
                    step.way(),
                    found + " Finish it by `aludel " + step.way().command() + "` first, or see `aludel repair`."
                            + " Nothing was done.");
        }
        return step.revision();
    }

    /** No revision may be half-way. */
    static void requireNone(String place, List<Step> begun) {
        if (!begun.isEmpty()) {
            Step step = begun.get(0);
            throw new UnfinishedRevisionException(
                    step.revision(),
                    step.way(),
                    halfWay(place, begun) + " Finish it by `aludel "
                            + step.way().command()
                            + "` first, or undo it by hand and say `aludel repair --forget`. Nothing was done.");
        }
    }

    private static String halfWay(String place, List<Step> begun) {
        Step step = begun.get(0);
        return "Revision " + step.revision() + " is half-way " + step.way().text() + " in " + place + " (" + done(begun)
                + " of the statements that were begun are done).";
    }

    private static String done(List<Step> begun) {
        return begun.stream().filter(step -> step.state() == Step.State.DONE).count() + " of the " + begun.size();
    }

    /** The id of the revision that is not done. */
    public String revision() {
        return revision;
    }

    /** Which way it was begun. */
    public Way way() {
        return way;
    }
}

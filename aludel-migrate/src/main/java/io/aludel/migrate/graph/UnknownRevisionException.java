// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import io.aludel.migrate.MigrationException;
import java.util.List;

/** A revision was asked for that there is not, or that cannot be told from others. */
public class UnknownRevisionException extends MigrationException {
    private final String requested;

    private UnknownRevisionException(String code, String requested, String message) {
        super(code, message);
        this.requested = requested;
    }

    static UnknownRevisionException unknown(String requested, String message) {
        return new UnknownRevisionException("MIG-010", requested, message);
    }

    /** More than one way leads there. */
    static UnknownRevisionException ambiguous(String requested, List<String> candidates, String advice) {
        return new UnknownRevisionException(
                "MIG-033",
                requested,
                "\"" + requested + "\" can mean " + String.join(" or ", candidates) + "; " + advice + ".");
    }

    /** Beyond the first or the newest revision, or the wrong way. */
    static UnknownRevisionException pastTheEnd(String requested, String message) {
        return new UnknownRevisionException("MIG-034", requested, message);
    }

    static UnknownRevisionException elsewhere(String requested, String id, String branch) {
        return new UnknownRevisionException(
                "MIG-035",
                requested,
                "Revision " + id + " is not on branch \"" + branch
                        + "\". Leave the branch out, or name one that goes through it.");
    }

    /** What was asked for, as it was written. */
    public String requested() {
        return requested;
    }
}

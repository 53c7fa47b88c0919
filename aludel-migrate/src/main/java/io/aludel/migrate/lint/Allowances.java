// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.script.Allow;
import io.aludel.migrate.script.Script;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a script allows, and whether it needs to. */
final class Allowances {
    private final Script script;
    private final List<Allow> all;
    private final Set<Code> used = EnumSet.noneOf(Code.class);

    private Allowances(Script script, List<Allow> all) {
        this.script = script;
        this.all = all;
    }

    /**
     * Those of a script.
     *
     * @throws MigrationException if one is for no code that there is, or gives no reason
     */
    static Allowances of(Script script) {
        List<Allow> all = List.of(script.migration().getClass().getAnnotationsByType(Allow.class));
        for (Allow allow : all) {
            if (Code.of(allow.code()).isEmpty()) {
                throw new MigrationException(
                        "MIG-070",
                        "Script " + script.title() + " allows \"" + allow.code() + "\", which there is not; there are "
                                + Code.values()[0].text() + " to "
                                + Stream.of(Code.values())
                                        .map(Code::text)
                                        .max(String::compareTo)
                                        .orElseThrow()
                                + ".");
            }
            if (allow.reason().isBlank()) {
                throw new MigrationException(
                        "MIG-071",
                        "Script " + script.title() + " allows " + allow.code()
                                + " without a reason; say in reason = \"…\" why it does no harm.");
            }
        }
        return new Allowances(script, all);
    }

    /** The reason for which a finding of that code is allowed; empty where it is not. */
    Optional<String> reason(Code code) {
        Optional<String> reason = all.stream()
                .filter(allow -> allow.code().equals(code.text()))
                .map(Allow::reason)
                .findFirst();
        reason.ifPresent(found -> used.add(code));
        return reason;
    }

    /** Those for which there was nothing to allow. */
    List<Finding> inVain() {
        List<Finding> findings = new ArrayList<>();
        for (Allow allow : all) {
            if (!used.contains(Code.of(allow.code()).orElseThrow())) {
                findings.add(new Finding(
                        Code.ALLOWED_IN_VAIN,
                        script.id(),
                        script.fileName(),
                        "",
                        "It allows " + allow.code() + ", but there is nothing of that kind here.",
                        "Take the @Allow away; or keep it if it is for another database or more rows."));
            }
        }
        return findings;
    }
}

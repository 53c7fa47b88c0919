// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import java.util.List;

/**
 * What was found.
 *
 * @param revisions those that were looked at, parents first
 * @param findings in the order of the scripts
 * @param allowed what was found and is allowed
 */
public record LintReport(List<String> revisions, List<Finding> findings, List<Allowed> allowed) {
    public LintReport {
        revisions = List.copyOf(revisions);
        findings = List.copyOf(findings);
        allowed = List.copyOf(allowed);
    }

    /** Whether there is a finding that hurts so much or more. */
    public boolean has(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity().compareTo(severity) >= 0);
    }
}

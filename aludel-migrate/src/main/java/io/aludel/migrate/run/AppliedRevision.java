// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import java.time.Duration;

/**
 * A revision that was just brought up or taken down, or a repeatable script that was executed.
 *
 * @param id of the revision, or the script's name
 */
public record AppliedRevision(String id, String message, Duration duration) {}

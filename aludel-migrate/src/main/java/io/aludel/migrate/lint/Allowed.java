// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

/**
 * A finding that its script allows.
 *
 * @param reason why, in the author's words
 */
public record Allowed(Finding finding, String reason) {}

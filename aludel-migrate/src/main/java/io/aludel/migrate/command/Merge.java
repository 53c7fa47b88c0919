// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import java.nio.file.Path;
import java.util.List;

/**
 * A revision that joins branches, as it was written.
 *
 * @param parents ids of the heads that it joins
 * @param pairs how these stand to each other, each pair once
 */
public record Merge(Path file, List<String> parents, List<BranchPair> pairs) {}

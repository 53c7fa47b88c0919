// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

/**
 * The JDBC driver of a database, so that an error can say what to add.
 *
 * @param className the driver's class
 * @param artifact its Maven coordinates without version: {@code org.xerial:sqlite-jdbc}
 */
public record DriverArtifact(String className, String artifact) {}

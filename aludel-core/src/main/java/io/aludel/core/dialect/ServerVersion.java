// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

/** The version of a database server. */
public record ServerVersion(int major, int minor) implements Comparable<ServerVersion> {
    public boolean isAtLeast(int major, int minor) {
        return compareTo(new ServerVersion(major, minor)) >= 0;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import java.util.Map;
import java.util.Objects;

/**
 * How the classes are to be.
 *
 * @param packageName empty for none
 * @param singular whether the table {@code pets} becomes the class {@code Pet}
 * @param classNames by table, the class's name where it is to be another one
 * @param accessors what the methods that read and set an attribute are called
 */
public record EntityOptions(String packageName, boolean singular, Map<String, String> classNames, Accessors accessors) {
    /** What the methods that read and set an attribute are called. */
    public enum Accessors {
        /** {@code name()} and {@code name(String)}. */
        PLAIN,
        /** {@code getName()} and {@code setName(String)}. */
        BEAN
    }

    public EntityOptions {
        Objects.requireNonNull(packageName, "packageName");
        classNames = Map.copyOf(classNames);
        Objects.requireNonNull(accessors, "accessors");
    }
}

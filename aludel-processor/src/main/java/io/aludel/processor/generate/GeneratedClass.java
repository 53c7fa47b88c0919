// SPDX-License-Identifier: Apache-2.0
package io.aludel.processor.generate;

import java.util.Objects;

/**
 * A class to be saved.
 *
 * @param name with its package
 */
public record GeneratedClass(String name, String text) {
    public GeneratedClass {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    static GeneratedClass of(String packageName, String simpleName, String text) {
        return new GeneratedClass(packageName.isEmpty() ? simpleName : packageName + "." + simpleName, text);
    }
}

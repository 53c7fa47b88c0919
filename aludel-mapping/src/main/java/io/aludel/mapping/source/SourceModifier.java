// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.source;

/** The modifiers that the mapping asks about; readers leave out all others. */
public enum SourceModifier {
    PUBLIC,
    PROTECTED,
    PRIVATE,
    ABSTRACT,
    STATIC,
    FINAL,
    TRANSIENT
}

// SPDX-License-Identifier: Apache-2.0
/**
 * Java source, written. {@link io.aludel.processor.source.SourceFile} is one file with its imports and indentation; {@link
 * io.aludel.processor.source.TypeText} writes types as such a file names them. Knows nothing of entities.
 */
@NullMarked
package io.aludel.processor.source;

import org.jspecify.annotations.NullMarked;

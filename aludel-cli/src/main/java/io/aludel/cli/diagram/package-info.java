// SPDX-License-Identifier: Apache-2.0
/**
 * Tables as a picture. A {@link io.aludel.core.schema.Schema} comes in, from a model or from a database; a text goes out, as SVG, Mermaid, DOT or
 * PlantUML. Read {@link io.aludel.cli.diagram.Diagram} first, what all four show; then {@link io.aludel.cli.diagram.DiagramFormat}, which writes it, and for SVG
 * {@link io.aludel.cli.diagram.Layout}, where everything goes. The same schema gives the same bytes, on any machine. Nothing here knows commands or
 * settings, so that programs can call it. All values are immutable; everything may be shared between threads.
 */
@NullMarked
package io.aludel.cli.diagram;

import org.jspecify.annotations.NullMarked;

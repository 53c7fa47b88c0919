// SPDX-License-Identifier: Apache-2.0

/**
 * The gradebook's five tables as plain classes: {@link io.aludel.examples.gradebook.model.Group}s of {@link
 * io.aludel.examples.gradebook.model.Student}s, {@link io.aludel.examples.gradebook.model.Lecturer}s with their {@link
 * io.aludel.examples.gradebook.model.Subject}s, and the {@link io.aludel.examples.gradebook.model.Grade}s. The queries' classes ({@code
 * QStudent}, …) are written by the annotation processor when these are compiled. Without annotations for nulls, as most users write theirs.
 */
package io.aludel.examples.gradebook.model;

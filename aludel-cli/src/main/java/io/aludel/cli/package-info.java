// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code aludel} command. {@link io.aludel.cli.Main} reads the arguments; each verb is a class that calls one method of {@code Migrations} and
 * prints what it gave. {@link io.aludel.cli.Workplace} makes the engine, the model and the migrations from the settings.
 */
@NullMarked
package io.aludel.cli;

import org.jspecify.annotations.NullMarked;

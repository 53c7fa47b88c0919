// SPDX-License-Identifier: Apache-2.0

/**
 * Settings, each declared once as data in {@link io.aludel.migrate.setting.Setting}: the command line and plugins derive their flags from
 * it, {@code init} its file. {@link io.aludel.migrate.setting.Settings} gives their values from flags, environment and {@code
 * aludel.properties}. Immutable.
 */
@NullMarked
package io.aludel.migrate.setting;

import org.jspecify.annotations.NullMarked;
